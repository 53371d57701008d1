import type { EvidenceRow } from '@avow/vault';
import { reportCategory } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { mustBeStaff } from '../desk/by.ts';
import { repeatable } from '../door/idempotency.ts';
import { asPersonId } from '../door/ids.ts';
import { LONGEST_VALUE, name, text } from '../door/text.ts';
import { record } from '../evidence/record.ts';
import type { Harvesting, HarvestReport } from '../face/harvesting.ts';
import type { PersonId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import { staffRow } from '../register/desk/staff.ts';
import {
  HARVEST_REPORT,
  type HarvestReportBody,
  reportBody,
  reportRow,
  reportsBy,
  reportsIn,
} from '../register/harvest.ts';
import { isInTime, keptUntil } from '../registers/term.ts';
import { addEvidence, changeEvidence } from '../rows/change.ts';
import { readNow } from '../rows/reading.ts';
import { readerNamed } from './appeal.ts';

/** How many reports of one user may wait. */
const MOST_WAITING = 10;

/** What users report of others who seem to harvest. What they wrote is sealed under their own key. */
export function reportsWith(
  deployment: Deployment,
): Pick<Harvesting, 'report' | 'reports' | 'readReport'> {
  const { vault, policy } = deployment;
  return {
    async report(what) {
      const person = asPersonId(what.by, 'by');
      const about = readerNamed(what.who);
      const said = text('text', what.text, LONGEST_VALUE);
      if ('user' in about && about.user === person) {
        throw new AvowError('AVOW_INPUT', 'nobody reports themself', 'who');
      }
      const request = repeatable(what, 'harvesting.report', { person, about, said });
      return record<HarvestReport>(deployment, request, () => ({
        people: [person],
        widens: false,
        seals: true,
        reads: [reportsBy(person)],
        decide(rows, now, seals) {
          const waiting = rows.of(reportsBy(person)).filter(({ state }) => state === 'open');
          if (waiting.length >= MOST_WAITING) {
            throw new AvowError('AVOW_TOO_MANY', 'too many reports wait', 'by');
          }
          const id = vault.mint();
          const until = keptUntil(policy.current().policy.vocabulary, reportCategory, now);
          const row = { id, kind: HARVEST_REPORT, person, state: 'open', at: now, until };
          const body: HarvestReportBody = { about, seen: null };
          const sealed = seals.sealText({ id, person }, said);
          return {
            evidence: 'harvestReport',
            state: 'made',
            changes: [addEvidence({ ...row, ...sealed }, body)],
            value: { report: id, who: about, by: person, at: now, seen: undefined },
          };
        },
      }));
    },

    async reports() {
      const read = reportsIn('open');
      const rows = (await readNow(vault, read)).of(read);
      return rows.filter((row) => isInTime(row, policy.moment())).map(reportOf);
    },

    async readReport(what) {
      const id = name('report', what.report);
      const by = asPersonId(what.by, 'by');
      const [known] = (await readNow(vault, reportRow(id))).of(reportRow(id));
      if (known?.kind !== HARVEST_REPORT) throw noSuchReport();
      return record<HarvestReport & { readonly text: string }>(deployment, {}, () => ({
        people: [known.person as PersonId],
        widens: false,
        seals: true,
        still: [by],
        note: { by },
        reads: [reportRow(id), staffRow(by)],
        decide(rows, now, seals) {
          mustBeStaff(rows, by);
          const [row] = rows.of(reportRow(id));
          if (row === undefined || !isInTime(row, now)) throw noSuchReport();
          const body: HarvestReportBody = { ...reportBody(row), seen: { by, at: now } };
          const after = { ...row, body: JSON.stringify(body) };
          return {
            evidence: 'harvestReport',
            state: 'read',
            changes: [changeEvidence(row, { state: 'seen', body })],
            value: { ...reportOf(after), text: seals.openText(row) },
          };
        },
      }));
    },
  };
}

function reportOf(row: EvidenceRow): HarvestReport {
  const { about, seen } = reportBody(row);
  return {
    report: row.id,
    who: about,
    by: row.person as PersonId,
    at: row.at,
    seen: seen === null ? undefined : { by: seen.by as PersonId, at: seen.at },
  };
}

function noSuchReport(): AvowError {
  return new AvowError('AVOW_NOT_FOUND', 'no such report', 'report');
}
