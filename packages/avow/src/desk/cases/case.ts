import type { Words } from '@avow/policy';
import { casePurposes } from '../../conventions.ts';
import type { Deployment } from '../../deployment.ts';
import type { Case } from '../../face/case.ts';
import type { CaseId, OrderId, PartyId, PersonId } from '../../face/ids.ts';
import { AvowError } from '../../fault.ts';
import { askingRow, type CaseRecord, caseFrom, caseIn, caseRow } from '../../register/desk/case.ts';
import { isErased, personOf } from '../../register/person.ts';
import { type Rows, readNow } from '../../rows/reading.ts';

/** A case as far as it is told; its row need not be kept yet. */
type CaseAsTold = Omit<CaseRecord, 'row'> & {
  readonly row: Pick<CaseRecord['row'], 'id' | 'person' | 'party' | 'at'>;
};

/** A case as the desk meets it. One whose time is over says so, though nobody has written it down yet. */
export function caseOf(found: CaseAsTold, user: string | null, now: number): Case<Words> {
  const { row, type, order, operator, due, delivered, ended } = found;
  return {
    case: row.id as CaseId,
    type,
    state: found.state === 'open' && found.expires <= now ? 'expired' : found.state,
    person: row.person as PersonId,
    to: recipientIn(row.party, user),
    purpose: casePurposes[type],
    categories: [...found.categories],
    evidence: found.evidence ?? undefined,
    order: (order ?? undefined) as OrderId | undefined,
    openedBy: found.openedBy as PersonId,
    opened: row.at,
    operator: (operator ?? undefined) as PersonId | undefined,
    due: due ?? undefined,
    expires: found.expires,
    delivered: delivered ?? undefined,
    ended: ended
      ? {
          at: ended.at,
          by: (ended.by ?? undefined) as PersonId | undefined,
          reason: ended.reason ?? undefined,
        }
      : undefined,
  };
}

function recipientIn(party: string | null, user: string | null): Case<Words>['to'] {
  if (party !== null) return { party: party as PartyId };
  return user === null ? undefined : { user: user as PersonId };
}

/** A case with whoever asks in it, as it stands now; a fault if there is none. */
export async function caseNow({ vault }: Deployment, id: CaseId) {
  const rows = await readNow(vault, caseRow(id), askingRow(id));
  const found = mustBeCase(rows, id);
  const person = personOf(found.row.person ?? '');
  if (isErased((await readNow(vault, person)).of(person)[0])) throw noSuchCase();
  return { found, user: rows.of(askingRow(id))[0]?.person ?? null };
}

export function mustBeCase(rows: Rows, id: CaseId): CaseRecord {
  const found = caseIn(rows, id);
  if (found === undefined) throw noSuchCase();
  return found;
}

export function noSuchCase(): AvowError {
  return new AvowError('AVOW_NOT_FOUND', 'no such case', 'case');
}

/** Many cases at once, with whoever asks in each; none of somebody who was erased. */
export async function casesFrom(
  { vault, policy }: Deployment,
  rows: readonly CaseRecord['row'][],
): Promise<Case<Words>[]> {
  const people = rows.map(({ person }) => personOf(person ?? ''));
  const askings = await readNow(vault, ...rows.map(({ id }) => askingRow(id)), ...people);
  const there = rows.filter((_row, at) => !isErased(askings.of(people[at]!)[0]));
  return there.map((row) =>
    caseOf(caseFrom(row), askings.of(askingRow(row.id))[0]?.person ?? null, policy.moment()),
  );
}
