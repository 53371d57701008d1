import { timingSafeEqual } from 'node:crypto';
import type { EvidenceRow, Vault } from '@avow/vault';
import { CAMPAIGN_MAIL, campaignOf } from '../register/campaign.ts';
import { isThere, personOf } from '../register/person.ts';
import { readNow } from '../rows/reading.ts';

const USE = 'unsubscribe';

/**
 * What a link to unsubscribe holds: the id of the row that says a message was sent, and its signature, by a key
 * that outlives the others. It names nobody, opens nothing, and leads nowhere once the reader is erased.
 */
export function tokenOf(vault: Vault, row: string): string {
  return `${row}.${Buffer.from(vault.pseudonym(USE, row)).toString('base64url')}`;
}

/** The row behind a token; undefined where it is none of ours, or leads nowhere any more. */
export async function rowBehind(vault: Vault, token: unknown): Promise<EvidenceRow | undefined> {
  if (typeof token !== 'string' || token.length > 256) return undefined;
  const id = token.slice(0, Math.max(0, token.lastIndexOf('.')));
  if (!/^[\x21-\x7e]+$/.test(id)) return undefined;
  const [given, right] = [Buffer.from(token), Buffer.from(tokenOf(vault, id))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const [row] = (await readNow(vault, campaignOf(id))).of(campaignOf(id));
  if (row?.kind !== CAMPAIGN_MAIL || row.person === null) return undefined;
  // The rows of somebody who is erased may wait to be swept.
  const reader = personOf(row.person);
  const [found] = (await readNow(vault, reader)).of(reader);
  return found !== undefined && isThere(found) ? row : undefined;
}
