import { timingSafeEqual } from 'node:crypto';
import type { Vault } from '@avow/vault';
import { text } from '../../door/text.ts';

/**
 * A ticket or a view: the id of a portal and a keyed digest of it, so that nothing has to be kept that opens
 * anything, and no id found anywhere is one. Redeemed, a portal has another word than its ticket.
 */
export function wordFor(
  vault: Pick<Vault, 'pseudonym'>,
  use: 'ticket' | 'view',
  portal: string,
): string {
  const proof = Buffer.from(vault.pseudonym(`desk ${use}`, portal)).toString('base64url');
  return `${portal}.${proof}`;
}

/** The portal that a word is for; undefined if it is none of ours. */
export function portalFor(
  vault: Pick<Vault, 'pseudonym'>,
  use: 'ticket' | 'view',
  word: unknown,
): string | undefined {
  const given = text(use, word, 256);
  const portal = given.slice(0, given.lastIndexOf('.'));
  const right = Buffer.from(wordFor(vault, use, portal));
  const said = Buffer.from(given);
  return right.length === said.length && timingSafeEqual(right, said) ? portal : undefined;
}
