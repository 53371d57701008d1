import { randomUUID } from 'node:crypto';
import type { PartyId } from 'avow';
import { newPair, type Pair, signed, signerOf } from '../../../avow/test/party-keys.ts';
import type { Place } from '../open.ts';

const BY_JWT = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export type Signer = Pair & { readonly kid: string };

/** What a party signs to come in; each claim may be said otherwise. */
export function assertionOf(
  signer: Signer,
  party: PartyId,
  url: string,
  otherwise: object = {},
  header: object = {},
): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: party, sub: party, aud: `${url}/oauth/token`, exp: now + 60 };
  return signed(signer, { ...claims, jti: randomUUID(), ...otherwise }, header);
}

/** Asks for a token, over HTTP, as any OAuth client does. */
export async function askToken(url: string, assertion: string, otherwise: object = {}) {
  const response = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: BY_JWT,
      client_assertion: assertion,
      ...otherwise,
    }),
  });
  const body = (await response.json()) as Record<string, unknown>;
  return { status: response.status, headers: response.headers, body };
}

/** A party with a key for signatures, and a token got with it. */
export async function tokenOf({ avow }: Pick<Place, 'avow'>, url: string, party: PartyId) {
  const signer = await signerOf(avow, party, newPair());
  const { body } = await askToken(url, assertionOf(signer, party, url));
  return { signer, token: String(body['access_token']) };
}
