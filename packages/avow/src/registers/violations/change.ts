import type { AuditedChange, EvidenceRow } from '@avow/vault';
import { registers } from '../../conventions.ts';
import type { Deployment } from '../../deployment.ts';
import { mustBeApart } from '../../desk/by.ts';
import type { Repeatable } from '../../door/idempotency.ts';
import { record } from '../../evidence/record.ts';
import type { EntryId, PersonId } from '../../face/ids.ts';
import type { Violation } from '../../face/violations.ts';
import { dueOf, setDue } from '../../register/due.ts';
import {
  appealRow,
  caseRef,
  measureFrom,
  measureRows,
  type ViolationBody,
  violationRow,
} from '../../register/violation.ts';
import { addEvidence, changeEvidence } from '../../rows/change.ts';
import { readNow } from '../../rows/reading.ts';
import { keptUntil } from '../term.ts';
import { caseIn, noSuch, violationOf } from './violation.ts';

/** A case as it stands in the unit. */
export interface Case {
  readonly row: EvidenceRow;
  readonly body: ViolationBody;
  readonly measures: readonly EvidenceRow[];
}

/** What becomes of a case: how it stands from now on, its measures included. */
export interface Changed {
  readonly evidence: 'violation' | 'measure';
  /** What the log says was done. */
  readonly done: string;
  readonly state: string;
  readonly body: ViolationBody;
  /** Measures that change, and one that comes; the others stay. */
  readonly measures: readonly MeasureDraft[];
}

type Draft = Parameters<typeof addEvidence>[0];
export interface MeasureDraft {
  readonly before?: EvidenceRow;
  readonly row: Draft & { readonly person: string };
  readonly body: object;
}

/** Changes a case, by nobody whom it is about; when it goes is reckoned anew, from its decision or from the end of its last measure. */
export async function changeCase(
  deployment: Deployment,
  {
    violation,
    by,
    request,
  }: {
    readonly violation: string;
    readonly by: PersonId | undefined;
    readonly request: Repeatable;
  },
  become: (found: Case, now: number) => Changed,
): Promise<Violation & { readonly entry: EntryId }> {
  const { policy } = deployment;
  return record<Violation>(deployment, request, async () => {
    const person = await personIn(deployment, violation);
    return {
      people: [person],
      by,
      widens: false,
      reads: [
        ...[violationRow(violation), measureRows(violation), appealRow(violation)],
        dueOf(caseRef(violation)),
      ],
      decide(rows, now) {
        const found = caseIn(rows, violation, now);
        if (by !== undefined) mustBeApart([person], by);
        const [appeal] = rows.of(appealRow(violation));
        const { evidence, done, state, body, measures } = become(found, now);
        const drafts = [
          ...found.measures
            .filter((row) => !measures.some(({ before }) => before?.id === row.id))
            .map((row): MeasureDraft => asDraft(row)),
          ...measures,
        ];
        const words = policy.current().policy.vocabulary;
        const end = endOf(body, drafts);
        const until = end === null ? null : keptUntil(words, registers.violation, end);
        const after = { ...found.row, state, until, body: JSON.stringify(body) };
        const changes: AuditedChange[] = [
          changeEvidence(found.row, { state, until, body }),
          ...drafts.map(({ before, row, body }) =>
            before
              ? changeEvidence(before, { state: row.state, until, body })
              : addEvidence({ ...row, until }, body),
          ),
          ...(appeal ? [changeEvidence(appeal, { until })] : []),
          ...setDue(rows, caseRef(violation), until, now),
        ];
        const shown = drafts.map(
          ({ row, body }) => ({ ...row, body: JSON.stringify(body) }) as EvidenceRow,
        );
        return { evidence, state: done, changes, value: violationOf(after, shown) };
      },
    };
  });

  function asDraft(row: EvidenceRow): MeasureDraft {
    return { before: row, row: { ...row, person: row.person ?? '' }, body: measureFrom(row) };
  }
}

/** When the case ends: with its decision, or later with a measure; null while it is open. */
function endOf({ decided }: ViolationBody, measures: readonly MeasureDraft[]): number | null {
  if (decided === null) return null;
  const ends = measures.map(({ body }) => (body as { readonly ends: number | null }).ends ?? 0);
  return Math.max(decided.at, ...ends);
}

/** Whom a violation is about. */
export async function personIn({ vault }: Deployment, violation: string): Promise<PersonId> {
  const read = violationRow(violation);
  const [row] = (await readNow(vault, read)).of(read);
  if (row === undefined) throw noSuch();
  return row.person as PersonId;
}
