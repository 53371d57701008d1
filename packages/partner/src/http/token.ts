import { type Deadline, deadline } from '../clock.ts';
import type { PartyKeys } from '../keys/keys.ts';
import { type Sending, send } from './send.ts';
import { text, unlike, type Wire } from './shape.ts';

/** Where the platform says how it is asked for a token (RFC 8414). */
const METADATA = '/.well-known/oauth-authorization-server';
const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** For how long what the party signs is good, in seconds, and how long before its end a token is not used any more. */
const ASSERTED_FOR = 60;
const BEFORE_END = 10_000;

/** Access tokens, got when one is needed and kept in memory until shortly before they end. */
export interface Tokens {
  get(): Promise<string>;
  /** Forgets the one there is: the platform did not take it. */
  drop(): void;
  /** The platform's time, as it said when it was asked for the newest token. */
  now(): Promise<number>;
}

interface Token {
  readonly token: string;
  readonly until: Deadline;
  /** How far the platform's clock is ahead of this machine's, in milliseconds. */
  readonly skew: number;
}

/** Tokens by the party's own key (RFC 7523 §2.2): there is no secret that both sides know. */
export function tokens(sending: Sending, party: string, keys: Pick<PartyKeys, 'sign'>): Tokens {
  let current: Promise<Token> | undefined;
  return {
    get: async () => (await newest()).token,
    drop() {
      current = undefined;
    },
    async now() {
      return sending.clock.now() + (await newest()).skew;
    },
  };

  async function newest(): Promise<Token> {
    const asked = current;
    const held = await asked?.catch(() => undefined);
    if (held !== undefined && !held.until.isOver()) return held;
    // Of several that found it over at once the first asks, and the others wait for that.
    if (current === asked || current === undefined) current = ask();
    return current;
  }

  async function ask(): Promise<Token> {
    const { body: metadata, date, started } = await send(sending, METADATA, {});
    const endpoint = endpointIn(metadata);
    // Both sides measure by the platform's clock, as far as it tells: ours may be wrong.
    const skew = date === undefined ? 0 : date - started.now;
    // Signed anew each time: the platform takes an assertion once, and a second one for a theft.
    const answer = await send(sending, endpoint.pathname, async () => ({
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: ASSERTION,
        client_assertion: await assert(endpoint.href, sending.clock.now() + skew),
      }),
    }));
    const lasts = answer.body['expires_in'];
    if (typeof lasts !== 'number' || !(lasts > 0)) throw unlike('expires_in');
    return {
      skew,
      token: text(answer.body, 'access_token'),
      until: deadline(sending.clock, answer.started, lasts * 1000 - BEFORE_END),
    };
  }

  /** The endpoint lies where the platform does: what the party signs is sent nowhere else. */
  function endpointIn(metadata: Wire): URL {
    const said = text(metadata, 'token_endpoint');
    const endpoint = URL.canParse(said) ? new URL(said) : undefined;
    if (endpoint?.origin !== sending.server.origin) throw unlike('token_endpoint');
    return endpoint;
  }

  function assert(aud: string, now: number): Promise<string> {
    const iat = Math.floor(now / 1000);
    const exp = iat + ASSERTED_FOR;
    const jti = crypto.randomUUID();
    return keys.sign({ iss: party, sub: party, aud, iat, exp, jti }, 'JWT');
  }
}
