import { type Clock, deadline } from './clock.ts';
import { PartnerError } from './error.ts';
import { type Held, hold, type Values } from './held.ts';
import type { Connection } from './http/connection.ts';
import { type Decision, decisionIn } from './http/decision.ts';
import type { Answer } from './http/send.ts';
import { moment, text, textOrNone, texts, type Wire, wireOf } from './http/shape.ts';
import type { PartyKeys } from './keys/keys.ts';
import type { Expected } from './seal/claims.ts';
import { textsIn } from './seal/claims.ts';
import { openContent } from './seal/content.ts';
import { LONGEST_OPENING, openContentKey } from './seal/content-key.ts';

/** What an opening is made with. */
export interface Opener extends Omit<Expected, 'disclosure'> {
  readonly platform: Connection;
  readonly keys: PartyKeys;
  readonly clock: Clock;
}

/** What is to be opened: its name, and the JWE unless all of it is read through the platform. */
export interface ToOpen {
  readonly disclosure: string;
  readonly jwe: string | undefined;
}

/**
 * Asks for an opening, and opens with what it grants. The content key is used once, here, and let go of.
 * The time is counted from before the request left, so it is over here no later than there.
 */
export async function open(
  opener: Opener,
  { disclosure, jwe }: ToOpen,
  language: string | undefined,
): Promise<Decision<Held>> {
  const path = `/v1/partner/disclosures/${encodeURIComponent(disclosure)}/opening`;
  const answer = await opener.platform.post(path, {}, { language });
  return decisionIn(answer.body, async (granted) => {
    sameDisclosure(granted, disclosure);
    const online = texts(granted, 'online');
    const key = textOrNone(granted, 'key');
    const { values, lasts } = await opened(opener, { disclosure, jwe }, key, platformTime(answer));
    return hold(
      opener.clock,
      { disclosure, online },
      values,
      deadline(opener.clock, answer.started, lasts),
    );
  });
}

/** Reads what is read through the platform: as it is now, each time anew, and held as briefly. */
export async function read(
  { platform, clock }: Opener,
  disclosure: string,
  categories: readonly string[] | undefined,
  language: string | undefined,
): Promise<Decision<Held>> {
  const path = `/v1/partner/disclosures/${encodeURIComponent(disclosure)}/reading`;
  const body = categories === undefined ? {} : { categories };
  const answer = await platform.post(path, body, { language });
  return decisionIn(answer.body, async (value) => {
    const values = textsIn(value, 'values');
    const until = deadline(clock, answer.started, LONGEST_OPENING * 1000);
    return hold(clock, { disclosure, online: Object.keys(values) }, values, until);
  });
}

async function opened(
  { keys, issuer, party }: Opener,
  { disclosure, jwe }: ToOpen,
  key: string | undefined,
  at: number,
): Promise<{ readonly values: Values; readonly lasts: number }> {
  // Nothing is sealed, or something in it is read through the platform by now: there is nothing to open.
  if (key === undefined) return { values: {}, lasts: LONGEST_OPENING * 1000 };
  if (jwe === undefined) throw new PartnerError('AVOW_PARTNER_INPUT', { where: 'jwe' });
  const expected: Expected = { disclosure, issuer, party };
  const granted = await openContentKey(key, keys, expected, at);
  return { values: await openContent(jwe, granted.key, expected), lasts: granted.lasts };
}

/** The platform's time when it answered: what its clock said, or when it decided, whichever is later. */
const platformTime = ({ body, date }: Answer): number => Math.max(moment(body, 'at'), date ?? 0);

function sameDisclosure(granted: Wire, disclosure: string): void {
  if (text(wireOf(granted, 'value'), 'disclosure') === disclosure) return;
  throw new PartnerError('AVOW_PARTNER_CLAIM', { where: 'disclosure' });
}
