import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { compactDecrypt, importJWK, type JWK } from 'jose';
import type { PartyId, PublicJwk } from '../src/index.ts';
import type { Market } from './place.ts';

/** A key pair as a party makes one: what it hands in, and what it keeps. */
export interface Pair {
  readonly jwk: PublicJwk;
  readonly secret: KeyObject;
}

export function newPair(crv: PublicJwk['crv'] = 'Ed25519', use: PublicJwk['use'] = 'sig'): Pair {
  const made =
    crv === 'P-256'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync(crv === 'X25519' ? 'x25519' : ('ed25519' as never));
  const jwk = { ...made.publicKey.export({ format: 'jwk' }), use } as PublicJwk;
  return { jwk, secret: made.privateKey };
}

/** Gives a party a key for signatures. */
export async function signerOf(avow: Pick<Market, 'parties'>, party: PartyId, pair = newPair()) {
  const { kid } = await avow.parties.addKey({ party, jwk: pair.jwk });
  return { ...pair, kid };
}

/** A JWS in compact serialisation, by hand: what a party with other tools would send. */
export function signed(
  { secret, jwk, kid }: Pair & { readonly kid: string },
  payload: object,
  header: object = {},
): string {
  const alg = jwk.crv === 'P-256' ? 'ES256' : 'EdDSA';
  const parts = [{ alg, kid, ...header }, payload].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  const said = Buffer.from(parts.join('.'));
  const key = { key: secret, dsaEncoding: 'ieee-p1363' } as const;
  const digest = alg === 'ES256' ? 'sha256' : null;
  return `${parts.join('.')}.${sign(digest, said, key).toString('base64url')}`;
}

/** What a party opens with: its own half of a key. */
export interface PartyKey {
  readonly privateKey: KeyObject;
  readonly kid: string;
}

/** Gives a party a key; openings are made for it from now on. */
export async function givePartyKey(
  avow: Pick<Market, 'parties'>,
  party: PartyId,
  { jwk, secret }: Pair = newPair('P-256', 'enc'),
): Promise<PartyKey> {
  const { kid } = await avow.parties.addKey({ party, jwk });
  return { privateKey: secret, kid };
}

/** What a party reads: the content key out of the opening, and the content out of what it was handed. */
export async function contentOf(
  handed: { readonly jwe: string | undefined },
  opened: { readonly key: string | undefined },
  { privateKey }: PartyKey,
): Promise<unknown> {
  const opening = jsonOf(await compactDecrypt(opened.key ?? '', privateKey)) as { key: JWK };
  return jsonOf(await compactDecrypt(handed.jwe ?? '', await importJWK(opening.key, 'dir')));
}

function jsonOf({ plaintext }: { readonly plaintext: Uint8Array }): unknown {
  return JSON.parse(Buffer.from(plaintext).toString('utf8'));
}
