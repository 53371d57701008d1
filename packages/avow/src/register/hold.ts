import { type EvidenceRow, HOLD, holdsOf as holdsRead, standing } from '@avow/vault';
import type { HoldKind } from '../face/holds.ts';
import type { ReadOf, Rows } from '../rows/reading.ts';

/** Who stands in a hold that `ensureHold` of the vault placed. */
export const BY_RESTORE = 'restore';

/** What the record of a legal hold says. No free text: what it is about is in the document. */
export interface HoldBody {
  readonly kind: HoldKind;
  readonly document: string;
  /** The operator who verified it, or that a restore put it there. */
  readonly verifiedBy: string;
  /** Null: everything about the person. The vault reads this too. */
  readonly categories: readonly string[] | null;
  readonly lifted: number | null;
  /** The operator who lifted it. Absent until then, and in rows of before there was one. */
  readonly liftedBy?: string;
}

export type HoldRecord = HoldBody & Pick<EvidenceRow, 'id' | 'at' | 'until'>;

/** Every hold on record for a person, ended or not. */
export function holdsOf(person: string): ReadOf<'evidence'> {
  return holdsRead(person);
}

/** Holds over everybody that nobody has lifted, in the order of their ids; some have ended by time. */
export function unliftedHolds(limit: number, after?: string): ReadOf<'evidence'> {
  const from = after === undefined ? {} : { after };
  return { table: 'evidence', by: 'kind', equals: [HOLD, 'standing'], ...from, limit };
}

/** The holds on a person that stand. */
export function standingHolds(rows: Rows, person: string, now: number): readonly EvidenceRow[] {
  return standing(rows.of(holdsOf(person)), now);
}

export function holdFrom({
  id,
  at,
  until,
  body,
}: Pick<EvidenceRow, 'id' | 'at' | 'until' | 'body'>): HoldRecord {
  return { ...(JSON.parse(body) as HoldBody), id, at, until };
}
