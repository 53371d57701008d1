import type { Words } from '@avow/policy';
import type { InUnit } from '../act/deed.ts';
import type { Question } from '../act/question.ts';
import { unsettled } from '../act/settle.ts';
import { actions, classes, purposes, registers } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import type { Held } from '../face/acts.ts';
import type { PersonId } from '../face/ids.ts';
import { type Rows, readNow } from '../rows/reading.ts';
import { type RegisterCategory, readsOf } from './entries.ts';
import { type Joined, joinedBy } from './joined.ts';

/** What stands in the registers about a person, for the person: asked as a `join` of its own. */
interface OwnRegisters extends Pick<Joined, 'reads' | 'opens'> {
  /** Undefined: nothing stands there, or the policy has no registers. */
  readonly question: Question | undefined;
  open(unit: InUnit): { readonly held: readonly Held<Words>[]; readonly touched: string[] };
}

const categories: readonly RegisterCategory[] = Object.values(registers);

/** Finds the registers in which something stands about a person, and asks for those. */
export async function ownRegisters(
  deployment: Deployment,
  person: PersonId,
): Promise<OwnRegisters> {
  const { engine, policy } = await deployment.policy.now();
  const { actions: known, categories: have } = policy.vocabulary;
  // What no sentence could ever permit is not asked for, as with everything else that is theirs.
  const askable = categories.filter(
    (category) =>
      Object.hasOwn(known, actions.join) &&
      Object.hasOwn(have, category) &&
      engine.cell(actions.join, purposes.rights, category, classes.self).permits.length > 0,
  );
  const rows = askable.map((category) => readsOf[category](person));
  const inUse = usedIn(await readNow(deployment.vault, ...rows));
  const question: Question | undefined =
    inUse.length === 0
      ? undefined
      : {
          ...{ person, action: actions.join, purpose: purposes.rights, to: 'person' },
          categories: inUse,
        };
  const joined = question && (await joinedBy(deployment, question));

  function usedIn(found: Rows): RegisterCategory[] {
    return askable.filter((category) => found.of(readsOf[category](person)).length > 0);
  }

  return {
    question,
    reads: [...rows, ...(joined?.reads ?? [])],
    ...(joined?.opens ? { opens: joined.opens } : {}),
    open(unit) {
      if (usedIn(unit.rows).join() !== inUse.join()) throw unsettled();
      const opened = joined?.open(unit) ?? [];
      return { held: opened.map(heldOf), touched: opened.map(({ row }) => row.id) };
    },
  };
}

/** A row of a register as it is taken along: what it says, as JSON. */
function heldOf({ entry, row }: ReturnType<Joined['open']>[number]): Held<Words> {
  const { register, ...said } = entry;
  const isTheirs = register !== 'violation' && register !== 'measure';
  return {
    category: registers[register],
    value: JSON.stringify(said),
    source: isTheirs ? 'person' : 'platform',
    collected: row.at,
    expires: row.until ?? undefined,
  };
}
