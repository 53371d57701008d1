/** One time at which somebody came to know values of a person: digests, by category. */
export interface Shown {
  /** A party or a user. */
  readonly to: string;
  readonly isParty: boolean;
  readonly at: number;
  readonly values: Readonly<Record<string, string>>;
}

/** What leaked: digests, by category; and by when. */
export interface Leaked {
  readonly values: Readonly<Record<string, string>>;
  readonly happened: number;
}

/** Somebody who could have leaked it, and why. */
export interface Suspect {
  readonly to: string;
  readonly isParty: boolean;
  /** Categories of which they knew exactly the value that leaked. */
  readonly knew: readonly string[];
  /** Those that leaked and of which they had another value, or none. */
  readonly lacked: readonly string[];
  /** How many categories they knew beyond what leaked: the more, the less it looks like theirs. */
  readonly beyond: number;
  /** How many knew as many of the leaked values, themself included. */
  readonly among: number;
  /** When they last looked at what leaked, before it did. */
  readonly last: number;
  /** How many times they looked. */
  readonly times: number;
  /** Between 0 and 1; all of them together are 1. A guide to where to look first, and no proof. */
  readonly weight: number;
}

/** How much the lack of one leaked value speaks against somebody: they would need another source for it. */
const LACKING = 0.02;
/** How much each further thing that they knew and that did not leak does. */
const BEYOND = 0.7;
/** In which time, in ms, half of the suspicion is gone: what is leaked is leaked soon. */
const HALF = 14 * 24 * 3_600_000;

/**
 * Who could have leaked exactly these values, the likeliest first: told from what the records say that
 * each was shown before. A value that has changed since is another value; so whoever knew only the old
 * one, or only the new, is told apart. Nobody is among them who was shown none of it.
 */
export function rank(shown: readonly Shown[], leaked: Leaked): Suspect[] {
  const before = shown.filter(({ at }) => at <= leaked.happened);
  const each = [...Map.groupBy(before, ({ to }) => to).values()];
  const found = each.flatMap((looks) => suspectOf(looks, leaked) ?? []);
  const all = found.reduce((sum, { odds }) => sum + odds, 0);
  return found
    .map(({ odds, ...suspect }) => ({
      ...suspect,
      among: found.filter(({ knew }) => knew.length >= suspect.knew.length).length,
      weight: odds / all,
    }))
    .sort((a, b) => b.weight - a.weight || b.last - a.last || (a.to < b.to ? -1 : 1));
}

function suspectOf(
  looks: readonly Shown[],
  { values, happened }: Leaked,
): (Omit<Suspect, 'among' | 'weight'> & { readonly odds: number }) | undefined {
  const [{ to, isParty }] = looks as [Shown];
  const wanted = Object.keys(values);
  const matches = looks.filter((look) => wanted.some((each) => look.values[each] === values[each]));
  if (matches.length === 0) return undefined;
  const knew = wanted.filter((each) => matches.some((look) => look.values[each] === values[each]));
  const lacked = wanted.filter((each) => !knew.includes(each));
  const known = new Set(looks.flatMap((look) => Object.keys(look.values)));
  const beyond = [...known].filter((each) => !wanted.includes(each)).length;
  const last = Math.max(...matches.map(({ at }) => at));
  const odds = LACKING ** lacked.length * BEYOND ** beyond * 0.5 ** ((happened - last) / HALF);
  // However long ago: whoever knew it stays among them.
  const least = Number.MIN_VALUE * 2 ** 64;
  return {
    to,
    isParty,
    knew,
    lacked,
    beyond,
    last,
    times: matches.length,
    odds: Math.max(odds, least),
  };
}
