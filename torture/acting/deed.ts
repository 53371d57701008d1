import type { Request, Told } from '../asking/ask.ts';

/** Every kind of request that writes; a decision on an act writes its record. */
export const kinds = [
  'create',
  'accept',
  'collect',
  'correct',
  'consent',
  'withdraw',
  'suspend',
  'reinstate',
  'terminate',
  'hold',
  'lift',
  'erase',
  'use',
  'disclose',
  'refusal',
  'export',
  'engage',
  'end',
  'order',
  'perform',
  'request',
  'dispute',
  'close',
  'publish document',
  'publish policy',
  'create key',
  'revoke key',
] as const;
export type Kind = (typeof kinds)[number];

/** Something to ask for, and what the world is like if it is carried out. */
export interface Deed<State = unknown> {
  readonly kind: Kind;
  readonly request: Request;
  /** The state that follows. What only the answer can tell (ids, secrets) is taken from it. */
  after(state: State, told: Told | undefined): State;
  /** Why an answer is not the one that the book expects; undefined if it is. */
  wrong?(told: Told): string | undefined;
  /** The classes of the entries that it leaves in the log, once it is answered. */
  leaves(told: Told): readonly string[];
  /** The same where no answer came: what it may have left. */
  readonly mayLeave: readonly string[];
  /** Whether it is carried out in steps, so that a fault may leave it begun. */
  readonly inSteps?: true;
  /** Whether doing it again changes nothing, so that nobody needs to be told that it was done. */
  readonly isHarmlessTwice?: true;
}

/**
 * Something that is kept, as the book has it. The book knows its state from answers alone; `look` asks
 * the servers, and both must come to the same.
 */
export interface Thing<State = unknown> {
  readonly name: string;
  readonly state: State;
  /** Takes over the state that followed a deed. */
  become(state: State): void;
  /** What can be asked for now. */
  possible(): readonly Deed<State>[];
  /** How a state must be told. */
  shown(state: State): string;
  /** How the servers tell it. */
  look(asking: Asking): Promise<string>;
  /** Nothing more is done to it; it is only looked at. */
  readonly isOver: boolean;
}

/** Asks whatever server there is, until it answers; keeps account of what asking leaves in the log. */
export interface Asking {
  read(path: string): Promise<Told>;
  /** The code with which it is turned away, or what it is answered. */
  decide(path: string, deed: Leaving): Promise<Told | string>;
}

/** A state as text that is the same for the same state. */
export function told(what: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(what, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

export const decided = (action: string, isPermitted: boolean): string =>
  `decision ${action} ${isPermitted}`;

/** What a deed leaves in the log: see {@link Deed}. */
export type Leaving = Pick<Deed, 'kind' | 'leaves' | 'mayLeave'>;

/** The classes of the entries of a deed that always leaves the same. */
export function leaving(...classes: readonly string[]) {
  return { leaves: () => classes, mayLeave: classes };
}
