import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { type Answer, answerOf, type Told } from './answer.ts';
import type { Api } from './api.ts';

/** A party as a program of its own: it comes in by its own key, and sees nothing but what it was handed. */
export interface Partner {
  /** Asks to read what is read through us in something that it was handed. */
  reads(handed: Told['value']): Promise<Answer>;
  /** Asks for leave to open what it was handed, with a key that it has for that. */
  opens(handed: Told['value']): Promise<Answer>;
}

/**
 * A party that comes in: with a key of this day, which the platform puts on record, it signs who it is
 * (RFC 7523) and gets a token.
 */
export async function comesIn(api: Api, party: string): Promise<Partner> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const jwk = { ...publicKey.export({ format: 'jwk' }), use: 'sig' };
  const { kid } = await api.write<{ kid: string }>('POST', `/v1/parties/${party}/keys`, { jwk });
  const { token_endpoint: aud } = await api.get<{ token_endpoint: string }>(
    '/.well-known/oauth-authorization-server',
  );
  const exp = Math.floor(Date.now() / 1_000) + 60;
  const claims = { iss: party, sub: party, aud, exp, jti: randomUUID() };
  const said = [{ alg: 'EdDSA', kid }, claims].map(base64url).join('.');
  const signature = sign(null, Buffer.from(said), privateKey).toString('base64url');
  const token = await tokenFor(aud, `${said}.${signature}`);
  const { write } = api.as(token);
  const ask = async (handed: Told['value'], what: 'reading' | 'opening') => {
    const path = `/v1/partner/disclosures/${handed?.['disclosure']}/${what}`;
    return answerOf(await write<Told>('POST', path, what === 'reading' ? {} : undefined));
  };
  let isKeyed = false;
  return {
    reads: (handed) => ask(handed, 'reading'),
    async opens(handed) {
      // A newer key takes the place of the one that a party's own process has: only who opens here brings one.
      if (!isKeyed) await api.write('POST', `/v1/parties/${party}/keys`, { jwk: forOpening() });
      isKeyed = true;
      return ask(handed, 'opening');
    },
  };
}

const forOpening = () => {
  const { publicKey } = generateKeyPairSync('x25519');
  return { ...publicKey.export({ format: 'jwk' }), use: 'enc' };
};

async function tokenFor(endpoint: string, assertion: string): Promise<string> {
  const response = await fetch(endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    }),
  });
  const { access_token } = (await response.json()) as { access_token: string };
  return access_token;
}

const base64url = (what: object): string =>
  Buffer.from(JSON.stringify(what), 'utf8').toString('base64url');
