import type { EvidenceRow } from '@avow/vault';
import type { ReadOf } from '../rows/reading.ts';
import { reference } from './reference.ts';

/** A leak as its row has it; what was reported in words is sealed beside it. Its state: open, contained, closed. */
export interface LeakBody {
  /** By when it had leaked. */
  readonly happened: number;
  /** For each category that leaked a keyed digest of the value. */
  readonly values: Readonly<Record<string, string>>;
  /** That the account was frozen because of it, and what opens it again. */
  readonly freeze: {
    readonly at: number;
    readonly until: 'reset' | 'closed';
    readonly opened: number | null;
  } | null;
  /** That the account needs new credentials, and when it got them. */
  readonly reset: { readonly asked: number; readonly renewed: number | null } | null;
  readonly contained: {
    readonly by: string;
    readonly at: number;
    /** How many disclosures were closed, to how many parties. */
    readonly closed: number;
    readonly parties: readonly string[];
    readonly suspended: readonly string[];
    /** When the person's keys were replaced, and when everything was under the new ones. */
    readonly rekey: { readonly at: number; readonly done: number | null } | null;
    /** Since when the person and others concerned are told by mail, and when nobody was left to be. */
    readonly tell: { readonly at: number; readonly done: number | null } | null;
  } | null;
  /** The last report to the authority: SHA-256 of what it says. */
  readonly notified: { readonly by: string; readonly at: number; readonly digest: string } | null;
  readonly closed: { readonly by: string; readonly at: number } | null;
}

/** What is known of a leak that was only reported. */
export const untouched = {
  ...{ freeze: null, reset: null, contained: null, notified: null, closed: null },
} as const;

/** Whether the account is frozen by it as it stands. */
export function isFreezing({ freeze }: LeakBody): boolean {
  return freeze !== null && freeze.opened === null;
}

export const LEAK = 'leak';
export const LEAK_WORD = 'leak.word';

/** The most that wait for an operator about one person. */
export const MOST_LEAKS = 10;

/** What stands about a person counts by this, until it is closed. */
export function leakRef(person: string): string {
  return reference(LEAK, person);
}

/** Leaks of a person that are not closed. */
export function openLeaks(person: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'ref', equals: [leakRef(person), LEAK], limit: MOST_LEAKS + 1 };
}

export function leaksOf(person: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'person', equals: [person, LEAK], limit: 1_000 };
}

/** Those of a state that were reported last. */
export function newestLeaks(state: string): ReadOf<'evidence'> {
  const read = { table: 'evidence', by: 'kind', equals: [LEAK, state] } as const;
  return { ...read, limit: 1_000, descending: true };
}

/** Leaks in a state, in the order of their ids. */
export function leaksIn(state: string, limit: number, after?: string): ReadOf<'evidence'> {
  const bound = after === undefined ? {} : { after };
  return { table: 'evidence', by: 'kind', equals: [LEAK, state], ...bound, limit };
}

export function leakRow(id: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'key', equals: [id], limit: 1 };
}

/** What holds a closed case and its last word together. */
export function closedLeakRef(id: string): string {
  return reference('leak.closed', id);
}

export function lastWordOf(id: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'ref', equals: [closedLeakRef(id), LEAK_WORD], limit: 1 };
}

export function leakFrom({ body }: EvidenceRow): LeakBody {
  return JSON.parse(body) as LeakBody;
}
