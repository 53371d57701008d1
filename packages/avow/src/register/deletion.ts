import type { Words } from '@avow/policy';
import type { AuditedChange, EvidenceRow } from '@avow/vault';
import { duties } from '../conventions.ts';
import type { DeletionStage, DeletionState, HintOutcome } from '../face/party.ts';
import { addEvidence } from '../rows/change.ts';
import type { ReadOf, Rows } from '../rows/reading.ts';
import { type EngagementRecord, liveEngagements } from './engagement.ts';
import { MOST_ROWS } from './reference.ts';

/**
 * That a party must delete what it got under an engagement that has ended. Its state: see
 * `DeletionState`; its `until`: the deadline.
 */
export interface DeletionBody {
  readonly engagement: string;
  /** What it may not have any more: categories that no other engagement of its covers. */
  readonly categories: readonly string[];
  /** When the engagement ended. */
  readonly ended: number;
  /** Hints that were sent, one a stage at most. Written down before it is sent. */
  readonly hints: readonly {
    readonly stage: DeletionStage;
    readonly at: number;
    readonly came: HintOutcome;
  }[];
  /** The party's own signed word: the JWS as it came, its SHA-256, and what it says. */
  readonly receipt: {
    readonly jws: string;
    readonly digest: string;
    readonly kid: string;
    readonly deleted: readonly string[];
    readonly deletedAt: number;
    readonly at: number;
  } | null;
}

const DELETION = 'party.deletion';
const DAY = 24 * 3_600_000;

/** The id follows from the engagement: there is one duty for each at most. */
export function deletionId(engagement: string): string {
  return `delete-${engagement}`;
}

export function deletionRow(duty: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'key', equals: [duty], limit: 1 };
}

/** Every duty of a party to delete, done or not. There are no more than it has engagements. */
export function deletionsOf(party: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'party', equals: [party, DELETION], limit: MOST_ROWS };
}

/** Duties of whomever that are in a state, in the order of their ids. */
export function deletionsIn(
  state: DeletionState,
  limit: number,
  after?: string,
): ReadOf<'evidence'> {
  const bound = after === undefined ? {} : { after };
  return { table: 'evidence', by: 'kind', equals: [DELETION, state], ...bound, limit };
}

/** The duty that a read by its id found; undefined if it is none, or another party's. */
export function deletionIn(rows: Rows, duty: string, party: string): EvidenceRow | undefined {
  const [row] = rows.of(deletionRow(duty));
  return row?.kind === DELETION && row.party === party ? row : undefined;
}

export function deletionFrom({ body }: EvidenceRow): DeletionBody {
  return JSON.parse(body) as DeletionBody;
}

/**
 * The duty that comes of an engagement's end; none if there is one already, if the policy knows no such
 * duty, if it never ran, or if the party may go on having all of it. Needs `engagementsOf` and
 * `deletionRow` to have been read.
 */
export function owedAfter(
  rows: Rows,
  party: string,
  engagement: EngagementRecord,
  words: Words,
  now: number,
): AuditedChange[] {
  const days = Object.hasOwn(words.duties, duties.deleteByParty)
    ? words.duties[duties.deleteByParty]?.withinDays
    : undefined;
  const id = deletionId(engagement.id);
  const ended = Math.min(engagement.ended ?? now, engagement.until ?? now);
  if (days === undefined || engagement.from > ended || rows.of(deletionRow(id)).length > 0) {
    return [];
  }
  const kept = liveEngagements(rows, party, now).filter((each) => each.id !== engagement.id);
  const categories = engagement.categories.filter(
    (category) => !kept.some((each) => each.categories.includes(category)),
  );
  if (categories.length === 0) return [];
  const row = { id, kind: DELETION, party, state: 'due', at: now, until: ended + days * DAY };
  const body: DeletionBody = {
    ...{ engagement: engagement.id, categories, ended },
    hints: [],
    receipt: null,
  };
  return [addEvidence(row, body)];
}
