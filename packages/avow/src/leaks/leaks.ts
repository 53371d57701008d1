import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { asLeakId, asPersonId } from '../door/ids.ts';
import { malformed } from '../door/text.ts';
import type { LeakState, Leaks } from '../face/leaks.ts';
import { withNewestWords } from '../policy/newest-words.ts';
import { leaksIn, leaksOf as ofPerson } from '../register/leak.ts';
import { isInTime } from '../registers/term.ts';
import { readNow } from '../rows/reading.ts';
import { authorityReportWith } from './authority.ts';
import { closesWith } from './close.ts';
import { containWith } from './contain.ts';
import { leakOf } from './leak.ts';
import { reportsWith } from './report.ts';
import { suspectsWith } from './suspects.ts';

const STATES: readonly string[] = ['open', 'contained', 'closed'] satisfies LeakState[];
const MOST_LISTED = 1_000;

/** Leaks of what was known of people: reported, looked into, contained, closed. */
export function leaksOf(deployment: Deployment): Leaks<Words> {
  const { vault, policy } = deployment;
  const newest = withNewestWords(policy);
  const { report, reportAbout } = reportsWith(deployment);
  return {
    report: newest(report),
    reportAbout: newest(reportAbout),
    async list({ state = 'open', after, limit = 100 } = {}) {
      if (!STATES.includes(state)) throw malformed('state', `must be one of ${STATES.join(', ')}`);
      if (!Number.isSafeInteger(limit) || limit < 1 || limit > MOST_LISTED) {
        throw malformed('limit', `must be a whole number from 1 to ${MOST_LISTED}`);
      }
      const read = leaksIn(
        state,
        limit,
        after === undefined ? undefined : asLeakId(after, 'after'),
      );
      const rows = (await readNow(vault, read)).of(read);
      return rows.filter((row) => isInTime(row, policy.moment())).map(leakOf);
    },
    async of(person) {
      const read = ofPerson(asPersonId(person));
      const rows = (await readNow(vault, read)).of(read);
      return rows
        .filter((row) => isInTime(row, policy.moment()))
        .map(leakOf)
        .sort((a, b) => b.reported - a.reported || (a.leak < b.leak ? 1 : -1));
    },
    suspects: suspectsWith(deployment),
    contain: containWith(deployment),
    authorityReport: authorityReportWith(deployment),
    ...closesWith(deployment),
  };
}
