import type { EvidenceRow } from '@avow/vault';
import type { PartyId, PersonId } from '../face/ids.ts';
import type { ReadOf } from '../rows/reading.ts';
import { MOST_ROWS, reference } from './reference.ts';

/** Who reads about others: a user or a party. */
export type Actor = { readonly user: PersonId } | { readonly party: PartyId };

/** A case as its row has it. Its state: open, upheld, terminated, reversed. It names nobody who was read. */
export interface HarvestCaseBody {
  /** `reported`: one of us suspended them, on what others reported. */
  readonly pattern: 'people' | 'order' | 'decoy' | 'reported';
  /** How many were read, at least; and the limit of the policy that it was held to. */
  readonly count: number;
  readonly most: number;
  /** In how long a time, in ms; null where no time matters. */
  readonly within: number | null;
  /** Who suspended them; null: the system did. */
  readonly suspendedBy: string | null;
  /** When their agreement was ended by it. */
  readonly terminated: number | null;
  readonly decided: { readonly by: string; readonly at: number } | null;
  /** Who decided before that. Absent where nobody did. */
  readonly earlier?: readonly string[];
}

/** An appeal as its row has it. Its state: made, dismissed, granted. */
export interface HarvestAppealBody {
  readonly decided: { readonly by: string; readonly at: number } | null;
}

/** What somebody reported of another; in words, sealed beside it. Its state: open, seen. */
export interface HarvestReportBody {
  readonly about: Actor;
  readonly seen: { readonly by: string; readonly at: number } | null;
}

/** Different people read by one actor in one window, as a sketch; nothing in it is anybody's id. */
export interface SeenBody {
  /** When the oldest of it was read. */
  readonly since: number;
  readonly sketch: string;
}

export const HARVEST_CASE = 'harvest.case';
export const HARVEST_APPEAL = 'harvest.appeal';
export const HARVEST_REPORT = 'harvest.report';
const SEEN = 'harvest.seen';
export const DECOY = 'harvest.decoy';

/** The most decoys, so that a read of them is complete. */
export const MOST_DECOYS = MOST_ROWS;

/** All rows of one case have this as their `ref`. */
export function harvestRef(id: string): string {
  return reference(HARVEST_CASE, id);
}

export function harvestCase(id: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'ref', equals: [harvestRef(id), HARVEST_CASE], limit: 1 };
}

export function appealOf(id: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'ref', equals: [harvestRef(id), HARVEST_APPEAL], limit: 1 };
}

/** Every case against somebody that is on record. */
export function casesAgainst(actor: Actor): ReadOf<'evidence'> {
  const [by, id] =
    'user' in actor ? (['person', actor.user] as const) : (['party', actor.party] as const);
  return { table: 'evidence', by, equals: [id, HARVEST_CASE], limit: MOST_ROWS };
}

/** Those of a state that came last. */
export function newestCases(state: string): ReadOf<'evidence'> {
  const read = { table: 'evidence', by: 'kind', equals: [HARVEST_CASE, state] } as const;
  return { ...read, limit: MOST_ROWS, descending: true };
}

export function reportRow(id: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'key', equals: [id], limit: 1 };
}

/** What one user has reported of others. */
export function reportsBy(person: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'person', equals: [person, HARVEST_REPORT], limit: MOST_ROWS };
}

export function reportsIn(state: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'kind', equals: [HARVEST_REPORT, state], limit: MOST_ROWS };
}

export function reportBody({ body }: EvidenceRow): HarvestReportBody {
  return JSON.parse(body) as HarvestReportBody;
}

export function appealBody({ body }: EvidenceRow): HarvestAppealBody {
  return JSON.parse(body) as HarvestAppealBody;
}

/** Cases in a state, in the order of their ids. */
export function casesIn(state: string, limit: number, after?: string): ReadOf<'evidence'> {
  const bound = after === undefined ? {} : { after };
  return { table: 'evidence', by: 'kind', equals: [HARVEST_CASE, state], ...bound, limit };
}

export function caseBody({ body }: Pick<EvidenceRow, 'body'>): HarvestCaseBody {
  return JSON.parse(body) as HarvestCaseBody;
}

/** Whom a case is against. */
export function actorOf({ person, party }: Pick<EvidenceRow, 'person' | 'party'>): Actor {
  return person === null ? { party: party as PartyId } : { user: person as PersonId };
}

/** When somebody was last found to have been wronged: what they read before counts no longer. */
export function clearedAt(cases: readonly EvidenceRow[]): number {
  const times = cases.map((row) =>
    row.state === 'reversed' ? (caseBody(row).decided?.at ?? 0) : 0,
  );
  return Math.max(0, ...times);
}

export function seenRow(id: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'key', equals: [id], limit: 1 };
}

/** What is written where a window of an actor is counted; its state is the window's end. */
export function newSeen(id: string, at: number, until: number) {
  return { id, kind: SEEN, state: new Date(until).toISOString(), at, until };
}

/** Counts of windows that are over. */
export function seenPast(now: number, limit: number, after?: string): ReadOf<'evidence'> {
  const bounds = { upTo: new Date(now).toISOString(), ...(after === undefined ? {} : { after }) };
  return { table: 'evidence', by: 'kind', equals: [SEEN], ...bounds, limit };
}

export const decoys: ReadOf<'evidence'> = {
  table: 'evidence',
  by: 'kind',
  equals: [DECOY],
  limit: MOST_DECOYS,
};

/** There is one for a person at most. */
export function decoyRow(person: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'key', equals: [decoyId(person)], limit: 1 };
}

export function decoyId(person: string): string {
  return reference(DECOY, person);
}
