import { asPartyId, type PartyId } from 'avow';
import type { Context } from 'hono';
import { presentedIn } from '../keys/presented.ts';
import type { Services } from '../services.ts';
import { HttpFault } from './fault.ts';

/** RFC 6750 §3: how a client learns what kind of credential is wanted. */
const challenge = { 'www-authenticate': 'Bearer realm="avow"' };

/**
 * The party whose token a request presents. A token is as good as the key that it was asked for with, and as
 * its party's standing: both are read anew each time, so whatever is taken back on any server is gone
 * with the next request. Rejects with `AVOW_TOKEN_MISSING` or `AVOW_TOKEN_REFUSED`.
 */
export async function authoriseParty(
  c: Context,
  { avow, tokens }: Pick<Services, 'avow' | 'tokens'>,
): Promise<PartyId> {
  const presented = presentedIn(c.req.header('authorization'));
  if (presented === undefined) throw new HttpFault('AVOW_TOKEN_MISSING', { headers: challenge });
  const access = await tokens.verify(presented);
  const party = access && asPartyId(access.party);
  const key = party && (await avow.parties.signingKey({ party, kid: access.kid }));
  if (key === undefined || party === undefined) {
    c.get('admission')?.refused();
    throw new HttpFault('AVOW_TOKEN_REFUSED', { headers: challenge });
  }
  c.get('admission')?.accepted();
  return party;
}
