import type { PartyId, PublicJwk } from 'avow';
import type { Market } from '../market.ts';

/**
 * Puts a partner's public keys on record, if they are not: what is granted is encrypted to the one, what the
 * partner says is checked by the other. That they are its keys is known from where they were got: the
 * process that we started ourselves. Elsewhere they come with the contract.
 */
export async function acquaint({ avow }: Market, party: PartyId, url: string): Promise<void> {
  const answer = await fetch(new URL('/.well-known/jwks.json', url), { redirect: 'error' });
  const { keys } = (await answer.json()) as { keys: readonly (PublicJwk & { kid: string })[] };
  const known = (await avow.parties.keys(party)).map(({ kid }) => kid);
  for (const jwk of keys) {
    if (!known.includes(jwk.kid)) await avow.parties.addKey({ party, jwk });
  }
}
