import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { onTestFinished } from 'vitest';

export const issuer = 'https://app.example';
export const audience = 'harbour.example';

/** Who is signed in at the platform, and when they were last asked for their password. */
export interface SignedIn {
  person: string;
  authenticated?: number;
  /** As what an operator works there, and how they showed who they are; a person has neither. */
  role?: string;
  amr?: string[];
}

/**
 * A platform with accounts of its own, in a process of its own: it publishes its keys, and sends what
 * comes under `/me` or `/console` on to Avow, with a token for whoever is signed in.
 */
export async function platform() {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'EdDSA' };
  const seen: { signedIn?: SignedIn | undefined; avow?: string } = {};

  async function token({ person, authenticated, role, amr }: SignedIn): Promise<string> {
    const at = authenticated === undefined ? {} : { auth_time: authenticated / 1000 };
    const typ = role === undefined ? 'avow-subject+jwt' : 'avow-operator+jwt';
    return new SignJWT({ ...at, ...(role && { role, amr }) })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'one', typ })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(person)
      .setIssuedAt()
      .setExpirationTime('1 minute')
      .sign(privateKey);
  }

  /** What a reverse proxy does: the same request, with who it is from. */
  async function sendOn(request: IncomingMessage): Promise<Response> {
    const headers = new Headers();
    for (const name of ['content-type', 'origin', 'accept-language'] as const) {
      const value = request.headers[name];
      if (value !== undefined) headers.set(name, value);
    }
    if (seen.signedIn) headers.set('authorization', `Bearer ${await token(seen.signedIn)}`);
    const isPost = request.method === 'POST';
    return fetch(`${seen.avow}${request.url}`, {
      method: request.method ?? 'GET',
      headers,
      redirect: 'manual',
      ...(isPost && { body: new Uint8Array(await buffer(request)) }),
    });
  }

  const server = createServer(async (request, response) => {
    if (request.url === '/keys') return response.end(JSON.stringify({ keys: [jwk] }));
    const answer = await sendOn(request);
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(new Uint8Array(await answer.arrayBuffer()));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, seen };
}
