import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { createGate, type Gate } from '@avow/server';

const derive = promisify(argon2);

/** Argon2id with 19 MiB, two passes, one lane: the least that OWASP's cheat sheet recommends. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;

/** Hashes and compares passwords, a few at a time. Rejects with `AVOW_BUSY` if too many wait. */
export interface Passwords {
  /** The PHC string form: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
  hash(password: string): Promise<string>;
  /**
   * Whether the password is the one that was hashed. Without a hash (nobody has that user name) it
   * does the same work and answers no, so that the time taken does not tell who has an account.
   */
  matches(password: string, hash: string | undefined): Promise<boolean>;
}

/** All hashing goes through one gate: however many log in at once, it takes twice 19 MiB. */
export function passwords(gate: Gate = createGate()): Passwords {
  const tagOf = (password: string, nonce: Buffer) => gate.through(() => stretch(password, nonce));
  return {
    async hash(password) {
      const nonce = randomBytes(16);
      const tag = await tagOf(password, nonce);
      return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${plain(nonce)}$${plain(tag)}`;
    },
    async matches(password, hash) {
      const [salt, expected] = (hash ?? '').split('$').slice(4);
      const tag = await tagOf(password, Buffer.from(salt ?? plain(randomBytes(16)), 'base64'));
      return expected !== undefined && timingSafeEqual(tag, Buffer.from(expected, 'base64'));
    },
  };
}

// NFKC: the same password typed on two keyboards must give the same bytes (RFC 8265, section 4.2).
const stretch = (password: string, nonce: Buffer) =>
  derive('argon2id', { ...cost, message: password.normalize('NFKC'), nonce, tagLength: 32 });

const plain = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
