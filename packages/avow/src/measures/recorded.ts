import type { EntryId, Vault } from '@avow/vault';
import type { Measure } from '../face/measures.ts';
import { isProven } from './prove.ts';

/** How long an act that was made to be looked for serves: it is an entry, and entries stay. */
const ANEW_AFTER = 3_600_000;

/** What is done is found in the log: an act about nobody is done, and looked for. */
export function recordedMeasure(
  vault: Pick<Vault, 'act' | 'flush' | 'receipt' | 'vkey'>,
  now: () => number,
): Measure {
  let last: { readonly entry: EntryId; readonly at: number } | undefined;

  async function actOnce(): Promise<EntryId> {
    if (last !== undefined && Math.abs(now() - last.at) < ANEW_AFTER) return last.entry;
    const { entries } = await vault.act({
      locks: [],
      reads: [],
      decide: () => ({
        answer: null,
        entries: [{ kind: 'evidence', evidence: 'measure', state: 'recorded' }],
      }),
    });
    const [entry] = entries;
    if (entry === undefined) throw new TypeError('an act was done without its entry');
    last = { entry, at: now() };
    return entry;
  }

  return {
    id: 'recorded',
    duty: 'logAlterations',
    title: {
      en: 'What is done is found on record',
      'zh-CN': '所做之事均可在记录中找到',
    },
    limit: {
      en: 'Of what is done past this system, such as by copying from a screen, it knows nothing.',
      'zh-CN': '对于绕开本系统的行为，例如从屏幕上抄录，系统无从得知。',
    },
    async check() {
      const entry = await actOnce();
      await vault.flush();
      if ((await isProven(vault, entry)) === true) {
        return {
          state: 'held',
          says: {
            en: 'An act was done for this check, and the log proves its record.',
            'zh-CN': '为此项检查执行了一次操作，日志证明其记录存在。',
          },
        };
      }
      return {
        state: 'failed',
        says: {
          en: 'An act was done for this check, and the log does not prove its record.',
          'zh-CN': '为此项检查执行了一次操作，但日志无法证明其记录。',
        },
      };
    },
  };
}
