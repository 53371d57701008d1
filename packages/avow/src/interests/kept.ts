import type { AuditedChange, RecordRow, Vault } from '@avow/vault';
import type { InUnit } from '../act/deed.ts';
import { interestCategory } from '../conventions.ts';
import type { PersonId } from '../face/ids.ts';
import type { Interest, InterestEvidence } from '../face/interests.ts';
import { classOfCategory, expiryOf } from '../records/retention.ts';
import { interestRecord, interestsOf, REMOVED } from '../register/interest.ts';
import { addEvidence } from '../rows/change.ts';

/** What the record of an interest seals. */
interface Sealed {
  readonly interest: string;
  readonly because: readonly InterestEvidence[];
}

/** An interest that is kept, and its record. */
export interface Kept extends Sealed {
  readonly row: RecordRow;
}

/** Opens the interests of a person, by their names. */
export function keptOf({ rows, seals }: InUnit, person: PersonId): ReadonlyMap<string, Kept> {
  return new Map(
    rows.of(interestsOf(person)).map((row) => {
      const sealed = JSON.parse(Buffer.from(seals.open(row)).toString('utf8')) as Sealed;
      return [sealed.interest, { ...sealed, row }];
    }),
  );
}

/** As it is told, those with the newest evidence first. */
export function toldOf(kept: Iterable<Kept>): Interest[] {
  return [...kept]
    .map(({ interest, because, row }) => ({ interest, because, until: row.expires ?? undefined }))
    .sort((a, b) => newestOf(b) - newestOf(a) || (a.interest < b.interest ? -1 : 1));
}

/** When something last spoke of it. */
export function newestOf({ because }: Pick<Sealed, 'because'>): number {
  return Math.max(0, ...because.map(({ at }) => at));
}

/** How long an interest is kept from the newest thing that speaks of it, by the policy: null, until an end. */
export function endOf({ words }: InUnit, at: number): number | null {
  return expiryOf(words, classOfCategory(words, interestCategory), at, null);
}

/** The change that keeps an interest, in place of what was kept of it. */
export function keepInterest(
  vault: Vault,
  unit: InUnit,
  person: PersonId,
  what: Sealed & { readonly source: string },
  before: RecordRow | undefined,
): Extract<AuditedChange, { table: 'record' }> & { readonly after: { readonly id: string } } {
  const { source, interest, because } = what;
  const header = {
    id: before?.id ?? vault.mint(),
    person,
    category: interestRecord,
    retention: classOfCategory(unit.words, interestCategory),
    version: (before?.version ?? 0) + 1,
  };
  const sealed: Sealed = { interest, because };
  const after = {
    ...header,
    source,
    collected: unit.now,
    expires: endOf(unit, newestOf(sealed)),
    ...unit.seals.seal(header, Buffer.from(JSON.stringify(sealed))),
  };
  return { table: 'record', after, ...(before ? { before } : {}) };
}

/** The change by which somebody's removal of an interest is remembered. */
export function rememberRemoval(
  vault: Vault,
  { seals, now }: InUnit,
  person: PersonId,
  interest: string,
): AuditedChange {
  const row = { id: vault.mint(), kind: REMOVED, person, state: 'removed', at: now };
  return addEvidence({ ...row, ...seals.sealText({ id: row.id, person }, interest) }, {});
}
