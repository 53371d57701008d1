import type { Words } from '@avow/policy';
import type { AuditedChange, EvidenceRow } from '@avow/vault';
import { isGone } from '../act/each.ts';
import type { Deployment } from '../deployment.ts';
import { asPersonId } from '../door/ids.ts';
import { record } from '../evidence/record.ts';
import type { Desk, Told } from '../face/desk.ts';
import type { PersonId } from '../face/ids.ts';
import { AvowError, isAvowFault } from '../fault.ts';
import { caseRow } from '../register/desk/case.ts';
import {
  OWED,
  owedBy,
  owedTo,
  type TellingBody,
  TOLD,
  tellingFrom,
  toldTo,
} from '../register/desk/telling.ts';
import { mailOwed } from '../register/desk/telling-mail.ts';
import { readNow } from '../rows/reading.ts';
import { barsOf, readBars } from './bars.ts';
import { casesFrom } from './cases/case.ts';
import { isGround } from './counting.ts';

const PAGE = 100;

/** What a person is told, the newest first: also what a bar kept from them until a moment ago. */
export function toldWith(deployment: Deployment): Desk<Words>['told'] {
  const { vault, policy } = deployment;
  return async (who) => {
    const person = asPersonId(who);
    const rows = await readNow(vault, toldTo(person), owedTo(person), ...barsOf(person));
    const bars = readBars(rows, person, policy.moment());
    const tellings = [...rows.of(toldTo(person)), ...rows.of(owedTo(person))]
      .map((row) => ({ ...tellingFrom(row), at: row.at }))
      .filter((each) => !bars.cases.has(each.case));
    const ids = [...new Set(tellings.map((each) => each.case))];
    const found = await readNow(vault, ...ids.map(caseRow));
    const cases = await casesFrom(
      deployment,
      ids.flatMap((id) => found.of(caseRow(id))),
    );
    return tellings
      .flatMap(({ case: id, at, told, from }): Told<Words>[] => {
        const about = cases.find((each) => each.case === id);
        if (about === undefined || !isGround(about.type)) return [];
        const { to, categories, type: ground } = about;
        return [
          { case: about.case, ground, to, categories, disclosed: at, told: told ?? from ?? at },
        ];
      })
      .sort((a, b) => b.told - a.told || b.disclosed - a.disclosed);
  };
}

/** A telling as carried out: it stands in what the person reads from now on, and goes out by mail. */
export function carriedOut(
  { vault, tellings }: Pick<Deployment, 'vault' | 'tellings'>,
  row: EvidenceRow,
  now: number,
): AuditedChange[] {
  const body: TellingBody = { ...tellingFrom(row), told: now };
  const { salt: _salt, hash: _hash, ...before } = row;
  const after = { ...before, kind: TOLD, state: 'told', body: JSON.stringify(body) };
  return [
    { table: 'evidence', before: row, after },
    ...(tellings ? [mailOwed(vault.mint(), row.person ?? '', row.id, now)] : []),
  ];
}

/** Tells what a bar no longer keeps back; resolves to how many were. */
export async function tellAll(deployment: Deployment): Promise<number> {
  let told = 0;
  for (let after: string | undefined; ; ) {
    const [rows] = await deployment.vault.read([owedBy(deployment.policy.moment(), PAGE, after)]);
    let wasTold = false;
    for (const { person, id } of rows) {
      const isDone = await tell(deployment, person as PersonId, id);
      wasTold ||= isDone;
      told += isDone ? 1 : 0;
    }
    if (rows.length < PAGE) return told;
    if (!wasTold) after = rows.at(-1)!.state;
  }
}

async function tell(deployment: Deployment, person: PersonId, id: string): Promise<boolean> {
  const own = owedTo(person);
  try {
    await record<{ readonly told: string }>(deployment, {}, () => ({
      people: [person],
      widens: false,
      evenHeld: true,
      reads: [own],
      decide(rows, now) {
        const row = rows.of(own).find((each) => each.id === id && each.kind === OWED);
        const { from = null } = row ? tellingFrom(row) : {};
        // Somebody else was quicker: nothing is to be written down.
        if (row === undefined || from === null || from > now) throw isDoneAlready();
        return {
          evidence: 'telling',
          state: 'told',
          changes: carriedOut(deployment, row, now),
          value: { told: id },
        };
      },
    }));
    return true;
  } catch (problem) {
    // Whoever has been erased meanwhile is told nothing any more.
    if (isGone(problem) || isAvowFault(problem, 'AVOW_STATE')) return false;
    throw problem;
  }
}

/** What time alone brings about is done by whichever process comes first, and once. */
export function isDoneAlready(): AvowError {
  return new AvowError('AVOW_STATE', 'is done already');
}
