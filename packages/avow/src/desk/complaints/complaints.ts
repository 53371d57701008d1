import type { Deployment } from '../../deployment.ts';
import { documentDigest } from '../../door/desk.ts';
import { asCaseId } from '../../door/ids.ts';
import { LONGEST_VALUE, text } from '../../door/text.ts';
import type { Complaints } from '../../face/complaints.ts';
import { AvowError } from '../../fault.ts';
import { askingRow, caseIn, caseRow, deskRef } from '../../register/desk/case.ts';
import {
  COUNTER,
  type CounterBody,
  complaintFrom,
  complaintRow,
  counterRows,
  MOST_COUNTERS,
} from '../../register/desk/complaint.ts';
import { addEvidence } from '../../rows/change.ts';
import { readNow } from '../../rows/reading.ts';
import { mustBeApart, mustBeStaff } from '../by.ts';
import { complaintOf } from './complaint.ts';
import { fileWith } from './file.ts';
import { readWith } from './read.ts';
import { changeComplaint, noSuchComplaint } from './step.ts';

/** Complaints about infringed rights, and what both sides do in them. */
export function complaintsOf(deployment: Deployment): Complaints {
  const { vault } = deployment;
  return {
    file: fileWith(deployment),

    verify: async (what) =>
      changeComplaint(deployment, what, 'confirmed', {}, (unit) => {
        const { body, by, rows, now } = unit;
        mustBeStaff(rows, by);
        mustBeApart([unit.complainant, unit.respondent], by);
        if (body.verified) throw new AvowError('AVOW_STATE', 'is verified already', 'case');
        return { body: { verified: { by, at: now } } };
      }),

    ask: async (what) =>
      changeComplaint(deployment, what, 'asked', {}, (unit) => {
        const side = sideOf(unit);
        if (side === undefined) throw noSuchComplaint();
        const { asked } = unit.body;
        if (asked[side] !== null) throw new AvowError('AVOW_STATE', 'is asked already', 'by');
        return { body: { asked: { ...asked, [side]: unit.now } } };
      }),

    async counter(what) {
      const said = text('text', what.text, LONGEST_VALUE);
      const document = what.document === undefined ? null : documentDigest(what.document);
      const id = vault.mint();
      const more = { text: said, document };
      return changeComplaint(deployment, what, 'countered', more, (unit) => {
        const { by, rows, now, seals } = unit;
        if (sideOf(unit) !== 'respondent') throw noSuchComplaint();
        const inCase = asCaseId(what.case);
        if (rows.of(counterRows(inCase)).length >= MOST_COUNTERS) {
          throw new AvowError('AVOW_TOO_MANY', 'was answered too often', 'case');
        }
        const row = { id, kind: COUNTER, person: by, ref: deskRef(inCase), state: 'said', at: now };
        const sealed = seals.sealText({ id, person: by }, said);
        return {
          changes: [addEvidence({ ...row, ...sealed }, { document } satisfies CounterBody)],
        };
      });
    },

    async get(what) {
      const id = asCaseId(what);
      const reads = [caseRow(id), askingRow(id), complaintRow(id), counterRows(id)];
      const rows = await readNow(vault, ...reads);
      const [row] = rows.of(complaintRow(id));
      const found = caseIn(rows, id);
      if (row === undefined || found === undefined) return undefined;
      const respondent = rows.of(askingRow(id))[0]?.person ?? null;
      const sides = { complainant: found.row.person, respondent };
      return complaintOf(
        id,
        sides,
        complaintFrom(row),
        rows.of(counterRows(id)).map(({ at }) => at),
      );
    },

    read: readWith(deployment),
  };
}

/** Which side somebody is of a complaint. */
function sideOf({
  by,
  complainant,
  respondent,
}: {
  readonly by: string;
  readonly complainant: string;
  readonly respondent: string | undefined;
}): 'complainant' | 'respondent' | undefined {
  if (by === complainant) return 'complainant';
  return by === respondent ? 'respondent' : undefined;
}
