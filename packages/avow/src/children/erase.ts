import { perform } from '../act/act.ts';
import { isGone } from '../act/each.ts';
import { actions, purposes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { actingIn } from '../desk/acting.ts';
import { mustBeStaff } from '../desk/by.ts';
import { type Repeatable, repeatable } from '../door/idempotency.ts';
import { asPersonId } from '../door/ids.ts';
import { carryOut } from '../erasure/erase.ts';
import type { ErasureReceipt } from '../face/acts.ts';
import type { Children } from '../face/children.ts';
import type { Decided } from '../face/decision.ts';
import type { PersonId } from '../face/ids.ts';
import { askOfAllHeld } from '../records/own.ts';
import { CHILD, childFrom, childrenIn } from '../register/child.ts';
import { staffRow } from '../register/desk/staff.ts';
import { personOf } from '../register/person.ts';
import { recordsOf } from '../register/record.ts';
import { readNow } from '../rows/reading.ts';

const PAGE = 100;

/** Erases now what is held of a child, for an operator. Who is none asks nothing of the policy. */
export function eraseByOperator(deployment: Deployment): Children['erase'] {
  return async (what) => {
    const person = asPersonId(what.person);
    const by = asPersonId(what.by, 'by');
    mustBeStaff(await readNow(deployment.vault, staffRow(by), personOf(by)), by);
    return erase(deployment, person, repeatable(what, 'children.erase', { person, by }), by);
  };
}

/**
 * Erases whatever is held of those for whom no guardian accepted in time; resolves to how many. What the policy refuses,
 * as under a legal hold, stays and is asked again by the next sweep.
 */
export async function tidyChildren(deployment: Deployment): Promise<number> {
  const { vault, policy } = deployment;
  let gone = 0;
  for (let after: string | undefined; ; ) {
    const [rows] = await vault.read([childrenIn('alone', PAGE, after)]);
    for (const row of rows) {
      if (childFrom(row).erases > policy.moment()) continue;
      gone += (await eraseIfThere(deployment, row.person as PersonId)) ? 1 : 0;
    }
    if (rows.length < PAGE) return gone;
    after = rows.at(-1)!.id;
  }
}

async function eraseIfThere(deployment: Deployment, person: PersonId): Promise<boolean> {
  try {
    return (await erase(deployment, person, {})).permitted;
  } catch (problem) {
    // They went by themself meanwhile, or another process was quicker.
    if (isGone(problem)) return false;
    throw problem;
  }
}

/** One decision of the policy on everything that is held, and what follows from it. `by`: the operator; absent: time. */
async function erase(
  deployment: Deployment,
  person: PersonId,
  request: Repeatable,
  by?: PersonId,
): Promise<Decided<ErasureReceipt>> {
  const acting = actingIn(deployment.vault, by);
  const decision = await perform<undefined>(
    deployment,
    async () => {
      const ours = { purpose: purposes.law, to: 'platform' } as const;
      const all = await askOfAllHeld(deployment, person, actions.erase, ours);
      return {
        person,
        questions: [all.question],
        lock: 'exclusive',
        // Whom it is about is had alone already.
        locks: by === person ? [] : acting.locks,
        reads: [recordsOf(person), ...acting.reads],
        apply({ rows, now }) {
          all.mustStillBeAll(rows);
          acting.check(rows);
          const done = { evidence: CHILD, state: 'erased', of: null };
          return { value: undefined, changes: acting.deed(done, now) };
        },
      };
    },
    { ...request, value: () => undefined },
  );
  if (!decision.permitted) return decision;
  return { ...decision, value: await carryOut(deployment, person, decision.entry, decision.at) };
}
