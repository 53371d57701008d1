import { randomUUID } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Client } from '../servers/client.ts';
import { type Answer, clientOf, granted } from '../servers/client.ts';

/** A party that asks over HTTP with a token of its own. */
export interface PartyClient {
  /** The private key that its openings are encrypted to. */
  readonly secret: CryptoKey;
  /** The same party with the same keys, asking another server. */
  at(url: string): PartyClient;
  ask(disclosure: string, how: 'opening' | 'reading'): Promise<Answer>;
  close(): void;
}

/** Makes keys for a party and hands them in; it fetches a new token whenever the last one died. */
export async function partyClient(
  { url, ask: server }: { readonly url: string; readonly ask: Client },
  party: string,
): Promise<PartyClient> {
  const signing = await keyPair('ES256');
  const opening = await keyPair('ECDH-ES+A256KW');
  for (const [{ jwk }, use] of [
    [signing, 'sig'],
    [opening, 'enc'],
  ] as const) {
    await granted(server('POST', `/v1/parties/${party}/keys`, { body: { jwk: { ...jwk, use } } }));
  }
  return clientAt(url);

  function clientAt(url: string): PartyClient {
    const token = `${url}/oauth/token`;
    let client: Promise<Client | undefined> | undefined;
    const made: Client[] = [];

    async function signIn() {
      const assertion = await new SignJWT({ jti: randomUUID() })
        .setProtectedHeader({ alg: 'ES256', kid: signing.kid })
        .setIssuer(party)
        .setSubject(party)
        .setAudience(token)
        .setIssuedAt()
        .setExpirationTime('2m')
        .sign(signing.privateKey);
      const answer = await fetch(token, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: assertion,
        }),
      });
      const body = (await answer.json()) as { readonly access_token: string };
      if (!answer.ok) return undefined;
      const client = clientOf(url, body.access_token);
      made.push(client);
      return client;
    }

    return {
      secret: opening.privateKey as CryptoKey,
      at: clientAt,
      async ask(disclosure, how) {
        client ??= signIn();
        const mine = client;
        const ask = await mine;
        const none: Answer = { status: 401, headers: {}, body: {} };
        const path = `/v1/partner/disclosures/${disclosure}/${how}`;
        const answer = await (ask?.('POST', path, how === 'reading' ? { body: {} } : {}) ?? none);
        // Whoever else noticed may have a new token under way already.
        if (answer.status === 401 && client === mine) client = undefined;
        return answer;
      },
      close() {
        for (const each of made) each.close();
      },
    };
  }
}

async function keyPair(alg: string) {
  const { publicKey, privateKey } = await generateKeyPair(alg, { crv: 'P-256', extractable: true });
  const jwk = await exportJWK(publicKey);
  return { jwk, privateKey, kid: await calculateJwkThumbprint(jwk) };
}
