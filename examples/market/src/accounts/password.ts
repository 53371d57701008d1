import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** Argon2id with 19 MiB, two passes, one lane: the least that OWASP's cheat sheet recommends. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;

/** Hashes a password into the PHC string form: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await tagOf(password, nonce);
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${plain(nonce)}$${plain(tag)}`;
}

/**
 * Whether the password is the one that was hashed. Without a hash (nobody has that user name) it
 * does the same work and answers no, so that the time taken does not tell who has an account.
 */
export async function passwordMatches(
  password: string,
  hash: string | undefined,
): Promise<boolean> {
  const [salt, expected] = (hash ?? '').split('$').slice(4);
  const tag = await tagOf(password, Buffer.from(salt ?? plain(randomBytes(16)), 'base64'));
  return expected !== undefined && timingSafeEqual(tag, Buffer.from(expected, 'base64'));
}

// NFKC: the same password typed on two keyboards must give the same bytes (RFC 8265, section 4.2).
const tagOf = (password: string, nonce: Buffer) =>
  derive('argon2id', { ...cost, message: password.normalize('NFKC'), nonce, tagLength: 32 });

const plain = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
