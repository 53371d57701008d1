import type { Connection } from './http/connection.ts';
import { list, moment, momentOrNone, text, texts, wireOf } from './http/shape.ts';
import type { PartyKeys } from './keys/keys.ts';

/** What this party owes by the end of an engagement: to delete what it got, and to say so. */
export interface Duty {
  readonly duty: string;
  readonly engagement: string;
  /** What it may not have any more. */
  readonly categories: readonly string[];
  /** Until when the receipt is to be there: epoch milliseconds. */
  readonly due: number;
  /** `due`, `reminded`, `overdue`, `confirmed` or `refused`; what a later platform adds comes as it is. */
  readonly state: string;
  /** When the platform last told of it. */
  readonly reminded: number | undefined;
}

/** Everything that is owed, as the platform has it on record. */
export async function dutiesOf(platform: Connection): Promise<readonly Duty[]> {
  const { body } = await platform.get('/v1/partner/duties');
  return list(body, 'duties').map((value) => {
    const wire = wireOf(value, 'duties');
    return {
      duty: text(wire, 'duty'),
      engagement: text(wire, 'engagement'),
      categories: texts(wire, 'categories'),
      due: moment(wire, 'due'),
      state: text(wire, 'state'),
      reminded: momentOrNone(wire, 'reminded'),
    };
  });
}

/**
 * A compact JWS (RFC 7515) by which this party says that it has deleted all categories that a duty names:
 * these four members and nothing else, so that it is no place for anybody's data.
 */
export const confirmation = (
  keys: Pick<PartyKeys, 'sign'>,
  said: {
    readonly party: string;
    readonly duty: string;
    readonly deleted: readonly string[];
    /** Seconds since 1970, by the platform's clock. */
    readonly iat: number;
  },
): Promise<string> => {
  const { party: iss, duty, deleted, iat } = said;
  return keys.sign({ iss, duty, deleted, iat }, 'JWT');
};
