import type { EvidenceRow } from '@avow/vault';
import type { Deployment } from '../../deployment.ts';
import { repeatable } from '../../door/idempotency.ts';
import { asPersonId } from '../../door/ids.ts';
import { malformed, name } from '../../door/text.ts';
import type { Violation, ViolationState, Violations } from '../../face/violations.ts';
import { measureRows, violationRow, violationsIn, violationsOf } from '../../register/violation.ts';
import { readNow } from '../../rows/reading.ts';
import { isInTime } from '../term.ts';
import { changeCase } from './change.ts';
import { violationOf } from './violation.ts';

const STATES: readonly string[] = ['open', 'upheld', 'reversed'] satisfies ViolationState[];
const MOST_LISTED = 1_000;

/** How violations come to those who decide them: as they stand, never with their reasons. */
export function deskOf(
  deployment: Deployment,
): Pick<Violations, 'list' | 'get' | 'against' | 'handle'> {
  const { vault, policy } = deployment;

  async function told(rows: readonly EvidenceRow[]): Promise<Violation[]> {
    const there = rows.filter((row) => isInTime(row, policy.moment()));
    if (there.length === 0) return [];
    const measures = await vault.read(there.map(({ id }) => measureRows(id)));
    return there.map((row, at) => violationOf(row, measures[at] ?? []));
  }

  return {
    async list({ state = 'open', after, limit = 100 } = {}) {
      if (!STATES.includes(state)) throw malformed('state', `must be one of ${STATES.join(', ')}`);
      if (!Number.isSafeInteger(limit) || limit < 1 || limit > MOST_LISTED) {
        throw malformed('limit', `must be a whole number from 1 to ${MOST_LISTED}`);
      }
      const from = after === undefined ? undefined : name('after', after);
      const read = violationsIn(state, limit, from);
      return told((await readNow(vault, read)).of(read));
    },

    async get(violation) {
      const read = violationRow(name('violation', violation));
      return (await told((await readNow(vault, read)).of(read)))[0];
    },

    async against(person) {
      const read = violationsOf(asPersonId(person));
      const found = await told((await readNow(vault, read)).of(read));
      return found.sort((a, b) => b.recorded - a.recorded || (a.violation < b.violation ? 1 : -1));
    },

    async handle(what) {
      const violation = name('violation', what.violation);
      const by = asPersonId(what.by, 'by');
      const request = repeatable(what, 'violations.handle', { violation, by });
      return changeCase(deployment, { violation, by, request }, ({ row, body }) => ({
        evidence: 'violation',
        done: 'assigned',
        state: row.state,
        body: { ...body, handler: by },
        measures: [],
      }));
    },
  };
}
