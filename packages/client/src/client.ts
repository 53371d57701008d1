import { ClientError } from './error.ts';
import { callBy } from './http/call.ts';
import type { Sending } from './http/send.ts';
import { acts } from './rooms/acts.ts';
import { agreement, documents } from './rooms/agreement.ts';
import { attestations } from './rooms/attestations.ts';
import { consents, cookies } from './rooms/consents.ts';
import { disclosures } from './rooms/disclosures.ts';
import { history } from './rooms/history.ts';
import { orders } from './rooms/orders.ts';
import { parties } from './rooms/parties.ts';
import { changes, policy } from './rooms/policy.ts';
import { subjects } from './rooms/subjects.ts';
import type { AnyPolicy, PolicyWords } from './words.ts';

/** Where the server is, and who asks. */
export interface ClientOptions {
  /** An origin: `https://…`, or `http://` on this machine. */
  readonly url: string;
  /** An API key, `avk_…`, with the scopes of what is asked. */
  readonly key: string;
  /** The language of the answers' words (BCP 47); absent: the policy's first. */
  readonly language?: string;
  /** Milliseconds until an answer is given up; absent: 30,000. */
  readonly timeout?: number;
  /** Absent: the global one. */
  readonly fetch?: typeof fetch;
  /** Waits before something is sent again; absent: by a timer. */
  readonly wait?: (ms: number) => Promise<void>;
}

/**
 * What an application asks an Avow server, typed by its policy: `createClient<typeof policy>({ … })`.
 * Decisions are values, whether they permit or refuse; whatever cannot be answered rejects with a
 * `ClientError`. Writes carry an Idempotency-Key, so that what is sent again is done once.
 */
export function createClient<P extends PolicyWords = AnyPolicy>(options: ClientOptions) {
  const call = callBy(sendingBy(options), options.language);
  return {
    subjects: subjects<P>(call),
    documents: documents(call),
    agreement: agreement<P>(call),
    consents: consents<P>(call),
    cookies: cookies<P>(call),
    attestations: attestations<P>(call),
    parties: parties<P>(call),
    orders: orders<P>(call),
    acts: acts<P>(call),
    disclosures: disclosures<P>(call),
    history: history(call),
    policy: policy(call),
    changes: changes<P>(call),
  };
}

/** A client of a server under policy `P`. */
export type Client<P extends PolicyWords = AnyPolicy> = ReturnType<typeof createClient<P>>;

function sendingBy(options: ClientOptions): Sending {
  const { key, timeout = 30_000, fetch = globalThis.fetch } = options;
  const { wait = (ms) => new Promise((done) => setTimeout(done, ms)) } = options;
  if (!/^avk_[\x21-\x7e]{1,500}$/.test(key)) throw unusable('key is an API key, avk_…');
  return { server: originOf(options.url), key, timeout, fetch, wait };
}

/** A key goes over a network sealed, or not at all. */
function originOf(url: string): URL {
  const server = URL.canParse(url) ? new URL(url) : undefined;
  const isHere = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(server?.hostname ?? '');
  const isSafe = server?.protocol === 'https:' || (server?.protocol === 'http:' && isHere);
  if (server !== undefined && isSafe && server.href === `${server.origin}/`) return server;
  throw unusable('url is an origin, https://… or http:// on this machine');
}

const unusable = (title: string) => new ClientError('AVOW_CLIENT_OPTIONS', { title });
