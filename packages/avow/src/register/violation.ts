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
  readonly decided: { readonly by: string | null; readonly at: number } | null;
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
