import type { Words } from '@avow/policy';
import type { Deployment } from '../../deployment.ts';
import { asCaseId, asPersonId } from '../../door/ids.ts';
import { record } from '../../evidence/record.ts';
import type { PersonId } from '../../face/ids.ts';
import type { ReadRequest, Requests, RightsRequest } from '../../face/requests.ts';
import { type CaseRecord, caseFrom, caseIn, caseRow, casesIn } from '../../register/desk/case.ts';
import { answerRow, requestFrom, requestRow } from '../../register/desk/request.ts';
import { staffRow } from '../../register/desk/staff.ts';
import { type Rows, readNow } from '../../rows/reading.ts';
import { worksHere } from '../by.ts';
import { caseNow, mustBeCase } from '../cases/case.ts';
import { answerWith, noSuchRequest } from './answer.ts';
import { makeWith } from './make.ts';

/** Looked through at a time. */
const PAGE = 500;

/** Requests about rights, each with the date by which it is answered. */
export function requestsOf(deployment: Deployment, now: () => number): Requests<Words> {
  const { vault } = deployment;
  return {
    make: makeWith(deployment),
    answer: answerWith(deployment),

    async get(what) {
      const id = asCaseId(what);
      const rows = await readNow(vault, caseRow(id), requestRow(id));
      const found = caseIn(rows, id);
      return found && requestIn(rows, found);
    },

    async read(what) {
      const id = asCaseId(what.case);
      const by = asPersonId(what.by, 'by');
      return record<ReadRequest>(deployment, {}, async () => {
        const { found } = await caseNow(deployment, id);
        if (found.type !== 'rights') throw noSuchRequest();
        const person = found.row.person as PersonId;
        return {
          people: [person],
          widens: false,
          still: [by],
          seals: true,
          note: { case: id, by },
          reads: [caseRow(id), requestRow(id), answerRow(id), staffRow(by)],
          decide(rows, _now, seals) {
            const inCase = mustBeCase(rows, id);
            const isHandling = inCase.operator === by && worksHere(rows, by);
            const [asked] = rows.of(requestRow(id));
            const [answer] = rows.of(answerRow(id));
            const told = requestIn(rows, inCase);
            if (asked === undefined || told === undefined || !(isHandling || by === person)) {
              throw noSuchRequest();
            }
            return {
              evidence: 'request',
              state: 'read',
              changes: [],
              value: {
                ...told,
                text: seals.openText(asked),
                answer: answer && seals.openText(answer),
                reason: inCase.ended?.reason ?? undefined,
              },
            };
          },
        };
      });
    },

    async overdue() {
      const found: RightsRequest[] = [];
      for (let after: string | undefined; ; ) {
        const [rows] = await vault.read([casesIn('open', PAGE, after)]);
        const late = rows
          .map(caseFrom)
          .filter(({ type, due }) => type === 'rights' && due !== null && due < now());
        const asked = await readNow(vault, ...late.map(({ row }) => requestRow(row.id)));
        found.push(...late.flatMap((each) => requestIn(asked, each) ?? []));
        if (rows.length < PAGE) return found.sort((a, b) => a.due - b.due);
        after = rows.at(-1)!.id;
      }
    },
  };
}

/** A request as it is told. Needs `requestRow` to have been read. */
function requestIn(rows: Rows, { row, due, ended, state }: CaseRecord): RightsRequest | undefined {
  const [asked] = rows.of(requestRow(row.id));
  if (asked === undefined) return undefined;
  return {
    case: row.id as RightsRequest['case'],
    person: row.person as PersonId,
    about: requestFrom(asked).about,
    made: row.at,
    due: due ?? row.at,
    answered: ended ? { at: ended.at, granted: state === 'closed' } : undefined,
  };
}
