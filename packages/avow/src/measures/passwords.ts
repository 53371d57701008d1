import { randomBytes } from 'node:crypto';
import type { Measure } from '../face/measures.ts';

/** What OWASP's Password Storage Cheat Sheet asks of Argon2id at least: 19 MiB and two passes. */
const LEAST = { memory: 19_456, passes: 2 } as const;

/**
 * That passwords are hashed as they should be, seen on one that is made up and hashed by the platform's
 * own function, which must write the PHC string form (`$argon2id$v=19$m=…,t=…,p=…$salt$hash`).
 */
export function passwordsMeasure(hash: (password: string) => Promise<string>): Measure {
  return {
    id: 'passwords',
    duty: 'hashPasswords',
    title: {
      en: 'Passwords are kept only as Argon2id hashes',
      'zh-CN': '密码仅以 Argon2id 散列形式保存',
    },
    limit: {
      en: 'A hash slows guessing down; it does not save a password that is short, or used elsewhere too.',
      'zh-CN': '散列只能延缓猜测；过短或在别处也使用的密码仍不安全。',
    },
    async check() {
      const made = randomBytes(12).toString('base64url');
      const written = await hash(made);
      const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$/.exec(written);
      const [memory, passes] = [Number(found?.[1] ?? 0), Number(found?.[2] ?? 0)];
      const isStrong = memory >= LEAST.memory && passes >= LEAST.passes && !written.includes(made);
      const mebibytes = Math.floor(memory / 1_024);
      if (isStrong) {
        return {
          state: 'held',
          says: {
            en: `A password made up for this check was hashed by Argon2id with ${mebibytes} MiB and ${passes} passes.`,
            'zh-CN': `为此项检查编造的密码以 Argon2id 散列，使用 ${mebibytes} MiB 内存、${passes} 次迭代。`,
          },
        };
      }
      return {
        state: 'failed',
        says: {
          en: 'A password made up for this check was not hashed as strongly as it must be.',
          'zh-CN': '为此项检查编造的密码，其散列强度不足。',
        },
      };
    },
  };
}
