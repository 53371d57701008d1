import type { Cookies, StrayCookie, StraysCounted } from '../face/cookies.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';

/** Names come from outside: whoever makes them up shall fill no memory. */
const MOST = 200;
const LONGEST = 64;

/** A cookie's name where it is one (RFC 6265 section 4.1.1). */
const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

const safe = (name: string) =>
  token.test(name) ? name.replaceAll(/\d+/g, '0').slice(0, LONGEST) : '?';

/** Counts what was stopped because no register lists it, in this process. */
export function straysOf(
  { instruments }: Pick<Telemetry, 'instruments'>,
  now: () => number,
): Pick<Cookies<never>, 'stray' | 'strays'> {
  const seen = new Map<string, StraysCounted>();
  return {
    stray({ name, where }): StrayCookie {
      const stray = { name: safe(name), where };
      const key = JSON.stringify([stray.name, where]);
      const count = (seen.get(key)?.count ?? 0) + 1;
      seen.delete(key);
      seen.set(key, { ...stray, count, last: now() });
      const [oldest] = seen.keys();
      if (seen.size > MOST && oldest !== undefined) seen.delete(oldest);
      // Without the name: a metric grows with every value that an attribute takes.
      instruments.add('avow.cookies.strays', 1, { 'avow.where': where });
      return stray;
    },
    strays: () => [...seen.values()].reverse(),
  };
}
