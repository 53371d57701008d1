import type { Deployment } from '../../deployment.ts';
import { asPersonId } from '../../door/ids.ts';
import type { Evaluations } from '../../face/registers.ts';
import {
  EVALUATION,
  evaluatedOf,
  evaluationBehind,
  evaluationFrom,
  rowOf,
} from '../../register/evaluation.ts';
import { isThere, personOf } from '../../register/person.ts';
import { readNow } from '../../rows/reading.ts';
import { isInTime } from '../term.ts';

/** What was written about somebody. An evaluation lies outside the policy, and anybody reads it. */
export function aboutWith({ vault, policy }: Deployment): Evaluations['about'] {
  return async (person) => {
    const about = asPersonId(person);
    const found = await readNow(vault, personOf(about), evaluatedOf(about));
    const [row] = found.of(personOf(about));
    if (!row || !isThere(row)) return [];
    const leading = found.of(evaluatedOf(about)).map((row) => rowOf(evaluationBehind(row)));
    const rows = (await vault.read(leading)).flat();
    const authors = (await vault.read(rows.map(({ person }) => personOf(person ?? '')))).flat();
    const there = new Set(authors.filter(isThere).map(({ id }) => id));
    const now = policy.moment();
    return rows
      .filter((row) => row.kind === EVALUATION && isInTime(row, now) && there.has(row.person ?? ''))
      .map(evaluationFrom)
      .sort((a, b) => b.at - a.at || (a.handle < b.handle ? -1 : 1));
  };
}
