import { randomBytes } from 'node:crypto';
import type { Outcome, Side } from './side.ts';

/** What can be done that no decision may outlive. */
export const kinds = [
  'withdrawal',
  'rejection',
  'end',
  'mechanism',
  'suspension',
  'erasure',
] as const;
export type Kind = (typeof kinds)[number];

/** A decision and a change of what it rests on, to be raced against each other on any side. */
export interface Contest {
  /** Asks; permitted until the change. */
  decide(side: Side): Promise<Outcome>;
  /** Resolves to the entry that the log has of the change. */
  change(side: Side): Promise<string>;
}

/** Makes one contest after another, about the same person and party where that can be. */
export type Contestants = (side: Side) => Promise<Contest>;

/** A lane of contests of one kind, with so many decisions at most that a contest may permit. */
export async function contestantsOf(kind: Kind, side: Side, field: number): Promise<Contestants> {
  switch (kind) {
    case 'withdrawal':
      return withdrawals(side);
    case 'rejection':
      return rejections(side);
    case 'end':
      return ends(side, field);
    case 'mechanism':
      return mechanisms(side);
    case 'suspension':
      return suspensions(side);
    case 'erasure':
      return erasures;
    default:
      return kind satisfies never;
  }
}

async function withdrawals(side: Side): Promise<Contestants> {
  const [person, party] = [await side.newMember(), newParty()];
  await side.engage(party);
  let begun = 0;
  return async (other) => {
    const consent = await other.consent(person, party);
    return {
      decide: await decisions(begun++, other, person, party),
      change: (any) => any.withdraw(person, consent),
    };
  };
}

async function rejections(side: Side): Promise<Contestants> {
  const person = await side.newMember();
  return async (other) => {
    await other.chooseCookies(person, 'accept');
    return {
      decide: (any) => any.setCookie(person),
      change: (any) => any.chooseCookies(person, 'reject'),
    };
  };
}

async function ends(side: Side, field: number): Promise<Contestants> {
  const turns = Math.max(1, Math.floor(MOST_OPEN / (field + 1)));
  const party = newParty();
  let person = '';
  let begun = 0;
  return async (other) => {
    // What was handed over stays until a sweep, and there is an end to how much of one person may.
    if (begun % turns === 0) {
      person = await side.newMember();
      await side.consent(person, party);
    }
    const engagement = await other.engage(party);
    return {
      decide: await decisions(begun++, other, person, party),
      change: (any) => any.end(party, engagement),
    };
  };
}

/** By turns it is decided on handing over, and on reading what was handed over before. */
async function decisions(
  turn: number,
  side: Side,
  person: string,
  party: string,
): Promise<Contest['decide']> {
  if (turn % 2 === 0 || !side.handOver) return (any) => any.share(person, party);
  const disclosure = await side.handOver(person, party);
  return (any) => any.read!(disclosure, party);
}

/** About a country of its own: a mechanism that ends in one lane must not have been another's. */
async function mechanisms(side: Side): Promise<Contestants> {
  const country = newCountry();
  const person = await side.newMember(country);
  return async (other) => {
    const mechanism = await other.registerMechanism(country);
    return {
      decide: (any) => any.keep(person),
      change: (any) => any.endMechanism(mechanism),
    };
  };
}

async function suspensions(side: Side): Promise<Contestants> {
  const person = await side.newMember();
  await side.suspend(person);
  return async (other) => {
    await other.reinstate(person);
    return { decide: (any) => any.use(person), change: (any) => any.suspend(person) };
  };
}

async function erasures(side: Side): Promise<Contest> {
  const person = await side.newMember();
  return { decide: (any) => any.use(person), change: (any) => any.erase(person) };
}

/** What a party has open of one person before another takes part: all of it is read for the next. */
const MOST_OPEN = 50;

const newParty = () => `shop-${randomBytes(4).toString('hex')}`;

let countries = 0;

/** One that ISO 3166 leaves free, `QM` to `QZ`. */
function newCountry(): string {
  countries += 1;
  return `Q${String.fromCharCode('M'.charCodeAt(0) + (countries % 14))}`;
}
