import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { onTestFinished } from 'vitest';
import type { Clock, PartnerOptions } from '../src/index.ts';
import { createPartner, keysOfJwks } from '../src/index.ts';
import { opens } from './vectors.ts';

/** A request as it came in. */
export interface Came {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** An answer: status, headers, JSON. */
export type Answering = readonly [number, Readonly<Record<string, string>>, unknown];

/**
 * The contract at its edges, where a real platform seldom is: busy, restarting, wrong. Gives tokens as a real
 * one does; everything else is answered by `answer`.
 */
export async function platform(
  answer: (came: Came) => Answering,
  /** What goes before a token: the endpoint is busy. */
  before: Answering[] = [],
) {
  const came: Came[] = [];
  const assertions: unknown[] = [];
  const server = createServer(async (request, response) => {
    const { method = '', url: path = '', headers } = request;
    const one = { method, path, headers, body: await text(request) };
    came.push(one);
    const [status, more, body] = await (own(one) ?? answer(one));
    write(response, status, more, body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise<void>((done) => void server.close(() => done()));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, came, assertions };

  function own({ path, body }: Came): Answering | Promise<Answering> | undefined {
    if (path === '/.well-known/oauth-authorization-server') {
      return [200, {}, { issuer: url, token_endpoint: `${url}/oauth/token` }];
    }
    return path === '/oauth/token' ? token(body) : undefined;
  }

  async function token(body: string): Promise<Answering> {
    const jwt = new URLSearchParams(body).get('client_assertion') ?? '';
    const { d: _, ...signing } = opens.keys.signing;
    const { payload, protectedHeader } = await jwtVerify(
      jwt,
      createLocalJWKSet({ keys: [signing] }),
      { audience: `${url}/oauth/token` },
    );
    assertions.push({ ...protectedHeader, ...payload });
    const refused = before.shift();
    if (refused !== undefined) return refused;
    return [200, {}, { access_token: 'a-token', token_type: 'Bearer', expires_in: 300 }];
  }
}

function write(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: unknown,
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** A verifier key by whose name the vectors' seals are. */
export const log = `${opens.issuer}+00000000+AQ`;

export async function partnerOf(server: string, more: Partial<PartnerOptions> = {}) {
  return createPartner({
    server,
    party: opens.party,
    keys: await keysOfJwks(opens.keys),
    log,
    ...more,
  });
}

/** Both clocks in hand. What is waited for is over at once, and counted. */
export function handClock(now = Date.now()) {
  let elapsed = 0;
  const due: { readonly at: number; readonly then: () => void }[] = [];
  const waited: number[] = [];
  const clock: Clock = {
    now: () => now,
    elapsed: () => elapsed,
    after(ms, then) {
      const timer = { at: elapsed + ms, then };
      due.push(timer);
      return () => void due.splice(due.indexOf(timer), 1);
    },
    async wait(ms) {
      waited.push(ms);
    },
  };
  return {
    ...clock,
    waited,
    due,
    pass(ms: number) {
      elapsed += ms;
      now += ms;
    },
    /** Somebody sets the machine's clock. */
    set(ms: number) {
      now += ms;
    },
    ring() {
      for (const { then } of due.filter(({ at }) => at <= elapsed)) then();
    },
  };
}
