import type { Facts, Question } from '../../packages/policy/test/reference/semantics.ts';

/**
 * What a party's life looks like from outside: what was agreed with it, whom it serves, what people
 * allowed. Kept beside the server by the test alone, and as plainly as can be; the facts that it
 * gives and the reference semantics say what the server must answer.
 */
export interface World {
  /** What each party is, in the words of the policy; absent: nothing was ever agreed with it. */
  readonly parties: Map<string, PartyModel>;
  readonly orders: Map<string, OrderModel>;
  readonly permissions: PermissionModel[];
  /** Goes up with every deed, so that what came first is told from what came later. */
  clock: number;
}

export interface PartyModel {
  readonly as: string;
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
  readonly since: number;
  ended: boolean;
  suspended: boolean;
}

export interface OrderModel {
  readonly since: number;
  readonly serving: ReadonlyMap<string, readonly string[]>;
  readonly sides: readonly string[];
  open: boolean;
}

export interface PermissionModel {
  readonly person: string;
  readonly party: string;
  readonly action: string;
  readonly purpose: string;
  readonly categories: readonly string[];
  given: boolean;
}

/** What was handed over, as far as its opening rests on it. */
export interface HandedModel {
  readonly disclosure: string;
  readonly person: string;
  readonly party: string;
  readonly action: string;
  readonly purpose: string;
  readonly order: string | undefined;
  readonly sealed: readonly string[];
  readonly online: readonly string[];
  readonly since: number;
  closed: boolean;
}

/** One act, about one category, to one party. */
export interface Asked {
  readonly action: string;
  readonly person: string;
  readonly party: string;
  readonly purpose: string;
  readonly category: string;
  readonly order: string | undefined;
  readonly handed?: HandedModel;
}

export function questionOf(world: World, { action, purpose, category, party }: Asked): Question {
  return { action, purpose, category, recipient: world.parties.get(party)?.as ?? 'unrelated' };
}

/** The facts that are relative to the act; what no record says is not known. */
export function factsOf(world: World, asked: Asked): Facts {
  const engaged = engagement(world, asked) !== undefined;
  const serving = engaged && services(world, asked).length > 0;
  return {
    accepted: true,
    permitted: !asked.handed?.closed && permits(world, asked),
    engaged,
    neededForPart: engaged && needs(world, asked),
    lawfulMeans: false,
    serving,
    abroad: world.parties.has(asked.party) ? false : undefined,
    self: false,
    device: false,
    onHold: false,
  };
}

function engagement({ parties }: World, { party, handed }: Asked): PartyModel | undefined {
  const found = parties.get(party);
  if (found === undefined || found.ended || handed?.closed) return undefined;
  return handed && found.since > handed.since ? undefined : found;
}

function services({ orders }: World, { person, party, order, handed }: Asked): OrderModel[] {
  return [...orders]
    .filter(([name, { open }]) => open && (order === undefined || order === name))
    .map(([, each]) => each)
    .filter(({ sides, serving }) => sides.includes(person) && serving.has(party))
    .filter(({ since }) => handed === undefined || since <= handed.since);
}

function needs(world: World, asked: Asked): boolean {
  const { party, purpose, category } = asked;
  const found = engagement(world, asked);
  if (!found?.purposes.includes(purpose) || !found.categories.includes(category)) return false;
  const { handed: _handed, ...now } = asked;
  const parts = services(world, now);
  return parts.length === 0 || parts.some(({ serving }) => serving.get(party)?.includes(category));
}

/** The last word on just this; opening is allowed as the handing over was. */
function permits({ permissions }: World, asked: Asked): boolean {
  const { person, party, purpose, category, handed } = asked;
  const action = asked.action === 'open' ? handed?.action : asked.action;
  return permissions.some(
    (each) =>
      each.given &&
      each.person === person &&
      each.party === party &&
      each.action === action &&
      each.purpose === purpose &&
      each.categories.includes(category),
  );
}
