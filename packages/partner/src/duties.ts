import type { Connection } from './http/connection.ts';
import { list, moment, momentOrNone, text, wireOf } from './http/shape.ts';
import type { PartyKeys } from './keys/keys.ts';

/** What this party owes by the end of an engagement: to delete what it got, and to say so. */
export interface Duty {
  readonly duty: string;
  readonly engagement: string;
  /** Epoch milliseconds. */
  readonly due: number;
  /** Such as `open`, `done`, `refused`, `overdue`. */
  readonly state: string;
  /** When the platform last reminded of it. */
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
      due: moment(wire, 'due'),
      state: text(wire, 'state'),
      reminded: momentOrNone(wire, 'reminded'),
    };
  });
}

/** A compact JWS (RFC 7515) by which this party says that it has done what it owed. */
export const confirmation = (
  keys: Pick<PartyKeys, 'sign'>,
  said: {
    readonly party: string;
    readonly issuer: string;
    readonly duty: string;
    readonly what: string;
    /** Seconds since 1970. */
    readonly iat: number;
  },
): Promise<string> => {
  const { party: iss, issuer: aud, duty, what, iat } = said;
  return keys.sign({ iss, aud, duty, what, iat }, 'avow-receipt+jwt');
};
