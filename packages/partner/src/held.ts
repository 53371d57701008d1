import type { Clock, Deadline } from './clock.ts';
import { PartnerError } from './error.ts';

/** Values by category, as they were opened. */
export type Values = Readonly<Partial<Record<string, string>>>;

/**
 * What was opened, for as long as the opening runs: at most 60 seconds. Whoever needs it longer asks again,
 * which is a decision and a record of its own. Hand the handle on, not the values: what was taken
 * out of it cannot be called back.
 */
export interface Held {
  readonly disclosure: string;
  /** Categories that are read through the platform: `read` has them. */
  readonly online: readonly string[];
  /** From when nothing is handed out any more: epoch milliseconds, by this machine's clock. */
  readonly expires: number;
  readonly isOver: boolean;
  /** Throws `AVOW_PARTNER_EXPIRED` from `expires` on, and after `forget`. */
  readonly values: Values;
  /** Drops the values now. */
  forget(): void;
  /** Shows no value, so that it can be logged. */
  toJSON(): unknown;
}

/**
 * Holds values until `until`, and lets go of them then, whether anybody looks or not. Memory is the
 * machine's: a dropped string lies there until it is written over.
 */
export function hold(
  clock: Clock,
  what: { readonly disclosure: string; readonly online: readonly string[] },
  opened: Values,
  until: Deadline,
): Held {
  let values: Values | undefined = opened;
  let cancel: (() => void) | undefined;
  const isOver = () => {
    if (values !== undefined && until.isOver()) forget();
    return values === undefined;
  };
  cancel = clock.after(Math.max(0, until.at - clock.now()), forget);
  return {
    disclosure: what.disclosure,
    online: what.online,
    expires: until.at,
    get isOver() {
      return isOver();
    },
    get values() {
      if (isOver() || values === undefined) throw new PartnerError('AVOW_PARTNER_EXPIRED');
      return values;
    },
    forget,
    toJSON: () => ({ disclosure: what.disclosure, online: what.online, expires: until.at }),
  };

  function forget(): void {
    values = undefined;
    cancel?.();
  }
}
