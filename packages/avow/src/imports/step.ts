import type { Answer } from '../act/answer.ts';
import { unsettled } from '../act/settle.ts';
import { performTogether, type Together } from '../act/together.ts';
import type { Deployment } from '../deployment.ts';
import type { PartyId } from '../face/ids.ts';
import type { Reject, RejectCode } from '../face/imports.ts';
import { acceptance } from '../facts/acceptance.ts';
import { AvowError } from '../fault.ts';
import { acceptanceOf } from '../register/acceptance.ts';
import { askings } from '../register/asking.ts';
import { engagementsOf, liveEngagements } from '../register/engagement.ts';
import {
  IMPORT,
  type ImportBody,
  type ImportRecord,
  importFrom,
  importIn,
  importRow,
} from '../register/import.ts';
import { isSuspendedParty, standingOf } from '../register/party.ts';
import { type Rows, readNow } from '../rows/reading.ts';
import { moved, stopped } from './course.ts';
import { deedOf, type Keeping, type Kept } from './keep.ts';
import { matchAll } from './match.ts';
import type { Row } from './row.ts';

/** Lines that are done in one act. */
export interface Step {
  /** In their order; each line from where the import stands to before `next`, but for those that are blank. */
  readonly lines: readonly (Row | Reject)[];
  readonly next: number;
  /** The columns, if the line that names them is among these. */
  readonly columns?: readonly string[];
  /** What the import is after it. */
  readonly state: 'open' | 'done' | 'stopped';
  readonly why?: ImportBody['why'];
}

/** Somebody else went on with the import, or ended it: the step is not to be done. */
export class Moved extends Error {
  override readonly name = 'Moved';
}

/**
 * Does one step: each line a decision about its person, and how far the import has come, at once. If the
 * engagement has ended it is none of them: the import stops where it is.
 */
export async function doStep(
  deployment: Deployment,
  record: ImportRecord,
  step: Step,
): Promise<ImportRecord> {
  const { told } = await performTogether(deployment, () => plan(deployment, record, step));
  tell(deployment, record, told);
  return told;
}

/** What came of its lines, as figures. */
function tell({ telemetry }: Deployment, before: ImportRecord, after: ImportRecord): void {
  const add = (outcome: string, value: number) => {
    if (value > 0)
      telemetry.instruments.add('avow.imports.lines', value, { 'avow.outcome': outcome });
  };
  add('kept', after.kept - before.kept);
  for (const [code, count] of Object.entries(after.rejected)) {
    add(code, count - (before.rejected[code as RejectCode] ?? 0));
  }
}

async function plan(
  deployment: Deployment,
  record: ImportRecord,
  step: Step,
): Promise<Together<Kept, ImportRecord>> {
  const { vault, policy } = deployment;
  const party = record.party as PartyId;
  const engagements = engagementsOf(party);
  const own = importRow(record.id);
  const standing = standingOf(party);
  const isLive = runs(await readNow(vault, engagements), record, policy.moment());
  const { keepings, rejects } = isLive
    ? await sort(deployment, record, step)
    : { keepings: [], rejects: [] };
  return {
    deeds: keepings.map((keeping) => deedOf(vault, keeping)),
    locks: [
      { on: 'party', id: party, mode: 'shared' },
      // With a space in it, it is no party's.
      { on: 'party', id: `${IMPORT} ${record.id}`, mode: 'exclusive' },
    ],
    reads: [
      own,
      engagements,
      standing,
      askings,
      ...keepings.map(({ person }) => acceptanceOf(person)),
    ],
    before(rows, now) {
      const row = importIn(rows.of(own));
      const stands = row && importFrom(row);
      if (stands?.state !== 'open' || stands.next !== record.next) throw new Moved();
      if (isSuspendedParty(rows, party)) {
        throw new AvowError(
          'AVOW_STATE',
          'is suspended; the import goes on once it is not',
          'party',
        );
      }
      if (runs(rows, record, now) !== isLive) throw unsettled();
    },
    after(rows, now, answers) {
      const late = keepings.flatMap(
        (keeping, at) => rejectOf(keeping, answers[at]!, rows, now) ?? [],
      );
      const all = [...rejects, ...late].sort((a, b) => a.line - b.line);
      return isLive ? moved(rows, record, step, all, now) : stopped(rows, record, now);
    },
  };
}

/** Whether the engagement of an import runs and states by what lawful means. */
function runs(rows: Rows, { party, engagement }: ImportRecord, now: number): boolean {
  return liveEngagements(rows, party, now).some(
    ({ id, means }) => id === engagement && means !== null,
  );
}

/** Which lines can be decided, about whom, and which cannot. A person has one line in a step. */
async function sort({ vault }: Deployment, record: ImportRecord, { lines }: Step) {
  const rows = lines.filter((line): line is Row => 'fields' in line);
  const rejects = lines.filter((line): line is Reject => 'code' in line);
  const matched = await matchAll(
    vault,
    record.match,
    rows.map((row) => row.matched),
  );
  const keepings = new Map<string, Keeping>();
  for (const [at, row] of rows.entries()) {
    const found = matched[at]!;
    if (typeof found === 'string') rejects.push({ line: row.line, code: found });
    else if (keepings.has(found.person)) rejects.push({ line: row.line, code: 'duplicate' });
    else keepings.set(found.person, { record, row, ...found });
  }
  return { keepings: [...keepings.values()], rejects };
}

/** Why a line did not go in; undefined if it did. */
function rejectOf(
  { person, row: { line } }: Keeping,
  answer: Answer<Kept>,
  rows: Rows,
  now: number,
): Reject | undefined {
  if (answer.permitted) return answer.value === 'kept' ? undefined : { line, code: answer.value };
  const { by, sentence } = answer;
  return { line, code: by === 'state' ? 'suspended' : policyCode(person, rows, now), sentence };
}

function policyCode(person: string, rows: Rows, now: number): RejectCode {
  const asked = { person } as Parameters<typeof acceptance.judge>[1];
  return acceptance.judge(rows, asked, now) ? 'refused' : 'notAccepted';
}
