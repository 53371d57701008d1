import { type Clock, machineClock } from './clock.ts';
import { confirmation, type Duty, dutiesOf } from './duties.ts';
import { PartnerError } from './error.ts';
import { type Handed, handedTo } from './handed.ts';
import type { Held } from './held.ts';
import { connection } from './http/connection.ts';
import type { Decision } from './http/decision.ts';
import type { Sending } from './http/send.ts';
import { tokens } from './http/token.ts';
import type { PartyKeys } from './keys/keys.ts';
import { type Opener, open, read, type ToOpen } from './opening.ts';
import { type Published, type Receipt, type Verified, verify } from './receipt.ts';
import { kidOf } from './seal/header.ts';

/** Who opens, by whose leave. */
export interface PartnerOptions {
  /** Where the platform is: an origin, https unless it is on this machine. */
  readonly server: string;
  /** The name under which the platform knows this party. */
  readonly party: string;
  readonly keys: PartyKeys;
  /**
   * The verifier key of the platform's log (C2SP signed-note, `name+id+key`), as it was handed over when
   * the engagement was signed. Its name is what a seal must say it is from.
   */
  readonly log: string;
  readonly clock?: Clock;
  /** Absent: the platform's own. */
  readonly fetch?: typeof fetch;
  /** Milliseconds until an answer is given up. Default 10,000. */
  readonly timeout?: number;
}

/** In which language a decision's sentence is answered, if the policy has it (BCP 47). */
export interface Spoken {
  readonly language?: string;
}

/**
 * A party's side of what a platform hands over. What the policy decides is a value; whatever does not
 * work rejects with a `PartnerError`, whose code is stable and in which nothing is anybody's data.
 */
export interface Partner {
  /** What was handed over and is not closed, in the order of ids, after `after`. */
  disclosures(from?: { readonly after?: string }): AsyncIterable<Handed>;
  /**
   * Opens what was handed over, by the platform's leave of this moment: a decision and a record, each
   * time. Takes what `disclosures` yields, or the JWE alone. What comes back forgets itself when the opening
   * has run out.
   */
  open(what: string | ToOpen, how?: Spoken): Promise<Decision<Held>>;
  /** Reads categories that are `online` through the platform; all of the disclosure's, if none is named. */
  read(disclosure: string, categories?: readonly string[], how?: Spoken): Promise<Decision<Held>>;
  /** What this party owes, such as deleting what it got once an engagement has ended. */
  duties(): Promise<readonly Duty[]>;
  /**
   * Confirms that everything under a duty was deleted just now, signed by this party: `deleted` are the
   * categories that the duty names, all of them. Delete first, copies and backups too.
   */
  confirm(duty: string, deleted: readonly string[]): Promise<void>;
  /** Says that it will not be deleted, which the platform puts on record as a violation. */
  refuse(duty: string): Promise<void>;
  /** Checks a receipt against the log's key, and a checkpoint that was kept or published. */
  verify(receipt: Receipt, published?: Published): Promise<Verified>;
}

export function createPartner(options: PartnerOptions): Partner {
  const { party, keys, log, clock = machineClock, timeout = 10_000 } = options;
  if (party === '') throw wrong('party');
  const sending: Sending = {
    server: serverAt(options.server),
    clock,
    // Called as what it is: a browser's refuses to be a method of something else.
    fetch: options.fetch ?? ((...request) => fetch(...request)),
    timeout,
  };
  const platform = connection(sending, tokens(sending, party, keys));
  const issuer = originOf(log);
  const opener: Opener = { platform, keys, clock, issuer, party };
  return {
    disclosures: ({ after } = {}) => handedTo(platform, after),
    open: async (what, { language } = {}) =>
      open(opener, typeof what === 'string' ? sealed(what) : what, language),
    read: (disclosure, categories, { language } = {}) =>
      read(opener, disclosure, categories, language),
    duties: () => dutiesOf(platform),
    async confirm(duty, deleted) {
      const iat = Math.floor((await platform.now()) / 1000);
      const receipt = await confirmation(keys, { party, duty, deleted, iat });
      await post(duty, 'receipt', { receipt });
    },
    refuse: (duty) => post(duty, 'refusal', {}),
    verify: (receipt, published) => verify(log, receipt, published),
  };

  async function post(duty: string, step: string, body: unknown): Promise<void> {
    const path = `/v1/partner/duties/${encodeURIComponent(duty)}/${step}`;
    await platform.post(path, body, { idempotencyKey: crypto.randomUUID() });
  }
}

/** A JWE alone: its `kid` says which disclosure it is of, and what is inside has to agree. */
const sealed = (jwe: string): ToOpen => ({ disclosure: kidOf(jwe, 'sealed'), jwe });

/** What lies in the clear on the way is the token, so http goes no further than this machine. */
function serverAt(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.pathname !== '/' || url.search !== '') throw wrong('server');
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere)) throw wrong('server');
  return url;
}

function originOf(vkey: string): string {
  const [name, id, key] = typeof vkey === 'string' ? vkey.split('+') : [];
  if (name && id && key) return name;
  throw wrong('log');
}

const wrong = (where: string) => new PartnerError('AVOW_PARTNER_INPUT', { where });
