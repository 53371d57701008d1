import { generator } from '../generator.ts';

/** Whom an actor looks for: anybody but decoys, since an honest one is led by a dealing; or whomever. */
export interface Population {
  /** In the order in which they joined. */
  readonly everybody: readonly string[];
  readonly decoys: ReadonlySet<string>;
}

export interface Actor {
  readonly name: string;
  readonly kind: string;
  readonly isParty: boolean;
  readonly isHonest: boolean;
}

/** One look at somebody, at a minute of the day. */
export interface Look {
  readonly actor: Actor;
  readonly person: string;
  readonly minute: number;
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** How somebody spends a day: how many people, when the first and the last, and which. */
interface Habit {
  readonly kind: string;
  readonly actors: number;
  readonly isHonest: boolean;
  readonly isParty?: boolean;
  readonly people: readonly [least: number, most: number];
  readonly from: number;
  readonly until: number;
  /** Looks at each this often. */
  readonly again?: number;
  /** In the order in which they joined, this share of them somewhere else. */
  readonly astray?: number;
}

/** Divides what the policy's limits are divided by as well; a walk is as long as ever. */
const habits = (by: number): readonly Habit[] => {
  const some = (least: number, most: number) =>
    [Math.ceil(least / by), Math.ceil(most / by)] as const;
  const day = { from: 8 * HOUR, until: 22 * HOUR };
  const honest = { ...day, isHonest: true };
  const not = { ...day, isHonest: false };
  return [
    { ...honest, kind: 'a shopper', actors: 200 / Math.sqrt(by), people: some(2, 14), again: 3 },
    { ...honest, kind: 'a busy seller', actors: 5, people: some(120, 180), again: 2 },
    { ...honest, kind: 'support staff', actors: 4, people: some(120, 160), until: 17 * HOUR },
    {
      ...honest,
      kind: 'a carrier',
      actors: 1,
      isParty: true,
      people: some(3_000, 3_000),
      again: 2,
    },
    {
      ...{ ...honest, kind: 'a club that writes to its members', actors: 1 },
      ...{ people: some(190, 190), from: 9 * HOUR, until: 10 * HOUR },
    },
    {
      ...{ ...honest, kind: 'a seller on the day of a flash sale', actors: 1 },
      ...{ people: some(230, 230), from: 20 * HOUR, until: 21 * HOUR },
    },
    { ...not, kind: 'a scraper', actors: 3, people: some(1_000, 1_000), until: 9 * HOUR },
    { ...not, kind: 'a slow scraper', actors: 3, people: some(840, 840), from: 0, until: DAY },
    { ...not, kind: 'a walker', actors: 3, people: [80, 80], astray: 0, from: 0, until: DAY },
    { ...not, kind: 'a walker who looks aside', actors: 2, people: [120, 120], astray: 0.03 },
    { ...not, kind: 'a sampler, at random', actors: 4, people: some(150, 150) },
    {
      ...{ ...not, kind: 'a partner that opens everything', actors: 1, isParty: true },
      ...{ people: some(6_000, 6_000), until: 9 * HOUR },
    },
  ];
};

/** A day of honest and dishonest traffic, the same for the same seed; looks in the order of time. */
export function dayOf(seed: number, by: number, { everybody, decoys }: Population): Look[] {
  const draw = generator(seed);
  const known = everybody.filter((person) => !decoys.has(person));
  const looks = habits(by).flatMap((habit) =>
    Array.from({ length: Math.round(habit.actors) }, (_, at) => looksOf(habit, at)).flat(),
  );
  return looks.sort((a, b) => a.minute - b.minute);

  function looksOf(habit: Habit, at: number): Look[] {
    const { kind, isHonest, isParty = false, people, from, until, again = 1, astray } = habit;
    const actor = { name: `${kind} ${at + 1}`, kind, isParty, isHonest };
    const count = people[0] + draw.below(people[1] - people[0] + 1);
    const whom = isHonest ? known : everybody;
    const chosen =
      astray === undefined
        ? draw.shuffled(whom).slice(0, count)
        : inOrder(count, astray, draw.below(whom.length - count), whom);
    const minute = (step: number) => from + Math.floor(((until - from) * step) / chosen.length);
    return chosen.flatMap((person, step) =>
      Array.from({ length: again }, (_, time) => ({
        ...{ actor, person },
        minute: Math.min(minute(step) + time * 5, DAY - 1),
      })),
    );
  }

  function inOrder(count: number, astray: number, first: number, whom: readonly string[]) {
    return Array.from({ length: count }, (_, step) =>
      draw.next() < astray ? draw.oneOf(whom) : whom[first + step]!,
    );
  }
}
