import type { EvidenceRow } from '@avow/vault';
import type { ReadOf } from '../rows/reading.ts';
import { MOST_ROWS, reference } from './reference.ts';

/** A violation as its row has it; the reason is sealed beside it. Its state: open, upheld, reversed. */
export interface ViolationBody {
  readonly rule: string;
  readonly happened: number;
  readonly thirdParty: string | null;
  /** The operator who recorded it; null: the platform's own program. */
  readonly by: string | null;
  /** The document that shows it, by its SHA-256 in hexadecimal, and the operator who looked at it. Absent: there is none. */
  readonly evidence?: { readonly document: string; readonly verifiedBy: string };
  readonly decided: { readonly by: string | null; readonly at: number } | null;
  /** The operator who has it in hand, and so reads its reason. Absent in rows of before there was one. */
  readonly handler?: string | null;
  /** How an appeal of the person stands; what they said is sealed in a row of its own. */
  readonly appeal?: ViolationAppealBody | null;
}

export interface ViolationAppealBody {
  readonly at: number;
  readonly state: 'made' | 'dismissed' | 'granted';
  readonly decided: { readonly by: string; readonly at: number } | null;
}

/** A measure because of a violation. Its state: taken, lifted. */
export interface MeasureBody {
  readonly violation: string;
  readonly what: string;
  readonly by: string | null;
  /** When it ends by itself. */
  readonly ends: number | null;
  readonly lifted: number | null;
}

export const VIOLATION = 'register.violation';
export const MEASURE = 'register.measure';
/** What somebody said against a violation, sealed. */
export const VIOLATION_APPEAL = 'register.appeal';

/** All rows of one case have this as their `ref`. */
export function caseRef(violation: string): string {
  return reference('case', violation);
}

export function violationRow(violation: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'ref', equals: [caseRef(violation), VIOLATION], limit: 1 };
}

export function measureRows(violation: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'ref', equals: [caseRef(violation), MEASURE], limit: MOST_ROWS };
}

export function appealRow(violation: string): ReadOf<'evidence'> {
  return {
    ...{ table: 'evidence', by: 'ref', limit: 1 },
    equals: [caseRef(violation), VIOLATION_APPEAL],
  };
}

/** Violations in a state, in the order of their ids. */
export function violationsIn(state: string, limit: number, after?: string): ReadOf<'evidence'> {
  const from = after === undefined ? {} : { after };
  return { table: 'evidence', by: 'kind', equals: [VIOLATION, state], ...from, limit };
}

/** The newest in a state. */
export function newestViolations(state: string): ReadOf<'evidence'> {
  const read = { table: 'evidence', by: 'kind', equals: [VIOLATION, state] } as const;
  return { ...read, limit: MOST_ROWS, descending: true };
}

export function violationsOf(person: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'person', equals: [person, VIOLATION], limit: MOST_ROWS };
}

export function measuresOf(person: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'person', equals: [person, MEASURE], limit: 10_000 };
}

export function violationFrom({ body }: EvidenceRow): ViolationBody {
  return JSON.parse(body) as ViolationBody;
}

export function measureFrom({ body }: EvidenceRow): MeasureBody {
  return JSON.parse(body) as MeasureBody;
}
