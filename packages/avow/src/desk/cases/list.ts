import type { Words } from '@avow/policy';
import type { Deployment } from '../../deployment.ts';
import { oneOf } from '../../door/desk.ts';
import { asCaseId, asPersonId } from '../../door/ids.ts';
import { malformed } from '../../door/text.ts';
import { type CaseState, caseTypes } from '../../face/case.ts';
import type { Cases } from '../../face/cases.ts';
import {
  askingsOf,
  type CaseRecord,
  caseFrom,
  caseRow,
  casesIn,
  casesOf,
} from '../../register/desk/case.ts';
import { readNow } from '../../rows/reading.ts';
import { barsOf, readBars } from '../bars.ts';
import { casesFrom } from './case.ts';
import { concerning } from './concerned.ts';

const STATES: readonly CaseState[] = ['open', 'refused', 'closed', 'expired'];
const USUAL = 100;
const MOST = 1_000;
/** Looked through at a time. */
const PAGE = 500;

/** Cases for the desk, in one state, in the order of their ids. */
export function listWith(deployment: Deployment): Cases<Words>['list'] {
  return async ({ state = 'open', type, operator, apart, after, limit = USUAL } = {}) => {
    const wanted = oneOf('state', state, STATES);
    const only = type === undefined ? undefined : oneOf('type', type, caseTypes);
    const of = operator === undefined ? undefined : asPersonId(operator, 'operator');
    const isHidden = await hiddenFrom(deployment, apart);
    if (!Number.isSafeInteger(limit) || limit < 1 || limit > MOST) {
      throw malformed('limit', `must be a whole number from 1 to ${MOST}`);
    }
    const found: ReturnType<typeof caseFrom>['row'][] = [];
    let last: string | undefined = after === undefined ? undefined : asCaseId(after, 'after');
    for (;;) {
      const [rows] = await deployment.vault.read([casesIn(wanted, PAGE, last)]);
      for (const row of rows) {
        const each = caseFrom(row);
        const isWanted = (!only || each.type === only) && (!of || each.operator === of);
        if (isWanted && found.length < limit && !isHidden(each)) found.push(row);
      }
      last = rows.at(-1)?.id;
      if (rows.length < PAGE || found.length === limit) return casesFrom(deployment, found);
    }
  };
}

/** A person's own cases, and those in which they ask; none that a bar keeps back from them. */
export function ownWith(deployment: Deployment): Cases<Words>['of'] {
  const { vault, policy } = deployment;
  return async (who) => {
    const person = asPersonId(who);
    const rows = await readNow(vault, casesOf(person), askingsOf(person), ...barsOf(person));
    const bars = readBars(rows, person, policy.moment());
    const own = rows.of(casesOf(person)).filter(({ id }) => !bars.cases.has(id));
    const refs = rows.of(askingsOf(person)).map(({ ref }) => ref ?? '');
    const asked = await readNow(vault, ...refs.map(caseOfRef));
    const cases = await casesFrom(deployment, [
      ...own,
      ...refs.flatMap((ref) => asked.of(caseOfRef(ref))),
    ]);
    return cases.sort((a, b) => b.opened - a.opened);
  };
}

function caseOfRef(ref: string) {
  return { ...caseRow(''), equals: [ref, 'desk.case'] };
}

export function getWith(deployment: Deployment): Cases<Words>['get'] {
  return async (what, { apart } = {}) => {
    const id = asCaseId(what);
    const rows = await readNow(deployment.vault, caseRow(id));
    const [row] = rows.of(caseRow(id));
    if (row === undefined) return undefined;
    if ((await hiddenFrom(deployment, apart))(caseFrom(row))) return undefined;
    const [found] = await casesFrom(deployment, [row]);
    return found;
  };
}

/** What an operator does not see; everything else where nobody is named. */
async function hiddenFrom(
  deployment: Deployment,
  apart: unknown,
): Promise<(found: CaseRecord) => boolean> {
  return apart === undefined ? () => false : concerning(deployment, asPersonId(apart, 'apart'));
}
