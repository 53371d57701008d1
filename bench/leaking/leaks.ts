import type { Leaked, Shown } from '../../packages/avow/src/leaks/rank.ts';
import { type Generator, generator } from '../generator.ts';

/** What the records say of one person, what leaked of them, and whose it truly was. */
export interface Case {
  readonly shown: readonly Shown[];
  readonly leaked: Leaked;
  readonly source: string;
}

const DAY = 24 * 3_600_000;
/** How far back the records go. */
const DAYS = 400;
const CATEGORIES = [
  'name',
  'phone',
  'address',
  'email',
  'birthday',
  'document',
  'bank',
  'interest',
];

/** Leaks that look random, and are the same for the same seed. One source each. */
export function casesOf(seed: number, count: number): Case[] {
  const draw = generator(seed);
  return Array.from({ length: count }, () => caseOf(draw));
}

/** Five to forty know something of a person whose values change now and then; one of them leaks it. */
function caseOf(draw: Generator): Case {
  const changes = new Map(
    CATEGORIES.map((category) => [
      category,
      Array.from({ length: draw.below(4) }, () => draw.below(DAYS * DAY)),
    ]),
  );
  const valueAt = (category: string, at: number) =>
    `${category} ${changes.get(category)!.filter((change) => change <= at).length}`;
  const actors = Array.from({ length: 5 + draw.below(36) }, (_, index) => `actor-${index}`);
  const shown = actors.flatMap((to) => {
    // Somebody's part stays the same: a carrier asks for the same of everybody, each time.
    const part = draw.some(CATEGORIES, 1 + draw.below(5));
    return Array.from({ length: 1 + draw.below(5) }, (): Shown => {
      const at = draw.below(DAYS * DAY);
      const values = Object.fromEntries(part.map((category) => [category, valueAt(category, at)]));
      return { to, isParty: true, at, values };
    });
  });
  const source = draw.oneOf(actors);
  const own = shown.filter(({ to }) => to === source);
  const look = draw.oneOf(own);
  // Six in ten pass on all that they were shown, the others a part of it.
  const all = Object.keys(look.values);
  const what = draw.next() < 0.6 ? all : draw.some(all, 1 + draw.below(all.length));
  // Most within some weeks; three in ten whenever they like.
  const later = draw.next() < 0.3 ? draw.below(200 * DAY) : -Math.log(1 - draw.next()) * 10 * DAY;
  const values = Object.fromEntries(what.map((category) => [category, look.values[category]!]));
  return { shown, leaked: { values, happened: look.at + later }, source };
}
