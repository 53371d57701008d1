import type { EvidenceRow } from '@avow/vault';
import type { Deployment } from '../../deployment.ts';
import { evidenceOf } from '../../facts/desk/evidence.ts';
import { approvalFrom, approvalRows } from '../../register/desk/approval.ts';
import type { AuthorityOrderBody } from '../../register/desk/authority-order.ts';
import {
  aboutCase,
  askingRow,
  type CaseRecord,
  caseIn,
  caseRow,
} from '../../register/desk/case.ts';
import type { ComplaintBody } from '../../register/desk/complaint.ts';
import type { ViolationBody } from '../../register/violation.ts';
import { type ReadOf, type Rows, readNow } from '../../rows/reading.ts';

/** Where it is read who had to do with what an appeal is about; nothing for a case of another kind. */
export async function beforeAppeal(
  { vault }: Deployment,
  { type, evidence }: CaseRecord,
): Promise<readonly ReadOf<'evidence'>[]> {
  if (type !== 'appeal' || evidence === null) return [];
  const first = [caseRow(evidence), askingRow(evidence)];
  const about = aboutCase(await readNow(vault, ...first), evidence);
  return [...first, approvalRows(evidence), ...(about ? evidenceOf(about) : [])];
}

/**
 * Whether somebody had to do with what an appeal is about, so that another one looks at it: those whom it is between,
 * and whoever opened, handled, approved, delivered or ended it, or recorded or verified what it rests on. Needs
 * `beforeAppeal` to have been read.
 */
export function hadToDo({ type, evidence }: CaseRecord, operator: string, rows: Rows): boolean {
  const first = type === 'appeal' && evidence !== null ? caseIn(rows, evidence) : undefined;
  if (first === undefined) return false;
  const about = aboutCase(rows, first.row.id)!;
  const rests = evidenceOf(about).flatMap((read) => rows.of(read));
  return [
    ...[about.person, about.user, about.openedBy],
    ...[first.operator, first.deliveredBy, first.ended?.by],
    ...rows.of(approvalRows(about.case)).map((row) => approvalFrom(row).by),
    // A duty in law or a basis is about nobody: whoever wrote it down did not think of this case.
    ...rests.filter(({ person }) => person !== null).flatMap(namedIn),
  ].includes(operator);
}

/** Who recorded, verified, cleared or decided a record. */
function namedIn({ body }: EvidenceRow): (string | null | undefined)[] {
  const said = JSON.parse(body) as Partial<AuthorityOrderBody & ViolationBody & ComplaintBody>;
  const { recordedBy, verified, approval, by, evidence, decided } = said;
  return [recordedBy, verified?.by, approval?.by, by, evidence?.verifiedBy, decided?.by];
}
