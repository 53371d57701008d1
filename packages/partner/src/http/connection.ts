import { isPartnerFault } from '../error.ts';
import { type Answer, type Sending, send } from './send.ts';
import type { Tokens } from './token.ts';

/** The platform, as this party. */
export interface Connection {
  get(path: string, query?: Readonly<Record<string, string | undefined>>): Promise<Answer>;
  post(path: string, body: unknown, more?: Posting): Promise<Answer>;
  /** The platform's time as far as it tells: this machine's clock may be wrong. */
  now(): Promise<number>;
}

interface Posting {
  /** BCP 47: in which language sentences are answered. */
  readonly language?: string | undefined;
  /** Makes a write that is sent again the same write. */
  readonly idempotencyKey?: string;
}

/** Requests under a token of the party's. One that is not taken is forgotten, and the fault passed on. */
export function connection(sending: Sending, tokens: Tokens): Connection {
  return {
    get: (path, query = {}) => request(pathWith(path, query), {}, {}),
    post: (path, body, more = {}) =>
      request(
        path,
        { method: 'POST', body: JSON.stringify(body) },
        {
          'content-type': 'application/json',
          ...(more.language !== undefined && { 'accept-language': more.language }),
          ...(more.idempotencyKey !== undefined && { 'idempotency-key': more.idempotencyKey }),
        },
      ),
    now: () => tokens.now(),
  };

  async function request(
    path: string,
    init: RequestInit,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    const authorization = `Bearer ${await tokens.get()}`;
    try {
      return await send(sending, path, { ...init, headers: { ...headers, authorization } });
    } catch (fault) {
      if (isPartnerFault(fault, 'AVOW_PARTNER_ACCESS')) tokens.drop();
      throw fault;
    }
  }
}

function pathWith(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] != null);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
