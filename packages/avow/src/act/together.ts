import {
  type Act,
  type Acted,
  type AuditedChange,
  type EntryId,
  isFault,
  type Lock,
  type VaultRead,
} from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import type { Decided } from '../face/decision.ts';
import { isAvowFault } from '../fault.ts';
import { Reading, type Rows } from '../rows/reading.ts';
import { type Answer, decided } from './answer.ts';
import { decideNow } from './decide.ts';
import type { Deed } from './deed.ts';
import { isForLaw } from './law.ts';
import { type Plan, planFromMemory, planOf } from './plan.ts';
import { settle, unsettled } from './settle.ts';

/** What comes of the deeds as a whole: evidence about nobody, such as how far a delivery has come. */
export interface Whole<Told> {
  readonly evidence: string;
  readonly state: string;
  readonly changes: readonly AuditedChange[];
  readonly told: Told;
}

/** Deeds about different people that are to happen at once, and the evidence that they happened. */
export interface Together<Value, Told> {
  /** Nobody is in two of them. None opens anything of somebody beside. */
  readonly deeds: readonly Deed<Value>[];
  /** Had alone or held still, besides what the deeds need. */
  readonly locks: readonly Lock[];
  readonly reads: readonly VaultRead[];
  /** Before anything is decided: throws if the deeds are not to happen any more. */
  before(rows: Rows, now: number): void;
  /** After all are decided, in their order. */
  after(rows: Rows, now: number, answers: readonly Answer<Value>[]): Whole<Told>;
}

/**
 * Several deeds as one unit: each is decided on its own, with entries of its own, and a refusal of one is
 * nothing to the others. All of them, and the evidence that goes with them, commit together; so what the
 * evidence says was done was done once, whatever is cut off when. `ask` is called anew whenever
 * somebody's records moved, or somebody is gone.
 */
export async function performTogether<Value, Told>(
  deployment: Deployment,
  ask: () => Promise<Together<Value, Told>>,
): Promise<{ readonly told: Told; readonly answers: readonly Decided<Value>[] }> {
  const { vault, telemetry } = deployment;
  return telemetry.record(async (watched) => {
    const acted = await settle(vault, undefined, async (plans) => {
      watched.plans(plans);
      return await attempt(deployment, await ask(), plans === 1).catch(byWhoIsLeft);
    });
    if (acted.replayed) throw new TypeError('nothing is replayed that has no key');
    const { whole, answers, firsts } = acted.answer;
    watched.says({ 'avow.evidence': whole.evidence, 'avow.state': whole.state });
    return {
      told: whole.told,
      answers: answers.map((answer, at) => decided(answer, acted.entries[firsts[at]!] as EntryId)),
    };
  });
}

/** What was decided, and which of the unit's entries is each deed's first. */
interface Outcome<Value, Told> {
  readonly whole: Whole<Told>;
  readonly answers: readonly Answer<Value>[];
  readonly firsts: readonly number[];
}

async function attempt<Value, Told>(
  deployment: Deployment,
  together: Together<Value, Told>,
  trusting: boolean,
): Promise<Acted<Outcome<Value, Told>>> {
  const { deeds } = together;
  const plans = await Promise.all(
    deeds.map(
      (deed) =>
        (trusting ? planFromMemory(deployment, deed) : undefined) ??
        planOf(deployment, deed, trusting),
    ),
  );
  return deployment.vault.act(asOne(deployment, together, plans));
}

function asOne<Value, Told>(
  deployment: Deployment,
  { deeds, locks, reads, before, after }: Together<Value, Told>,
  plans: readonly Plan[],
): Act<readonly VaultRead[], Outcome<Value, Told>> {
  if (deeds.some(isForLaw)) throw new TypeError('what law asks for is done one by one');
  const own = new Reading(...reads);
  return {
    locks: onceEach([...locks, ...plans.flatMap((plan) => plan.locks)]),
    // Each plan keeps its reads to itself: to compare those of a hundred people would cost more than to repeat a few.
    reads: [...own.reads, ...plans.flatMap(({ reading }) => reading.reads)],
    keys: plans.flatMap(({ keys }) => keys),
    decide(found, moment, seals) {
      const rows = own.rows(found.slice(0, own.reads.length));
      before(rows, moment.now);
      let from = own.reads.length;
      const firsts: number[] = [];
      const answers: Answer<Value>[] = [];
      const entries = plans.flatMap((plan, at) => {
        const theirs = found.slice(from, from + plan.reading.reads.length);
        from += plan.reading.reads.length;
        const verdict = decideNow(deployment, deeds[at]!, plan, { found: theirs, moment, seals });
        answers.push(verdict.answer);
        return [verdict.entries];
      });
      const whole = after(rows, moment.now, answers);
      const { evidence, state, changes } = whole;
      let first = 1;
      for (const drafts of entries) {
        firsts.push(first);
        first += drafts.length;
      }
      return {
        answer: { whole, answers, firsts },
        entries: [{ kind: 'evidence', evidence, state, changes }, ...entries.flat()],
      };
    },
  };
}

/** A lock is asked for once; alone, if anybody needs it alone. */
function onceEach(locks: readonly Lock[]): Lock[] {
  const named = new Map<string, Lock>();
  for (const lock of locks) {
    const name = `${lock.on} ${lock.id}`;
    if (named.get(name)?.mode !== 'exclusive') named.set(name, lock);
  }
  return [...named.values()];
}

/** One of them may have been erased meanwhile: then it is to be asked anew who is left. */
function byWhoIsLeft(problem: unknown): never {
  const isGone = isFault(problem, 'AVOW_ERASED') || isAvowFault(problem, 'AVOW_NOT_FOUND');
  throw isGone ? unsettled() : problem;
}
