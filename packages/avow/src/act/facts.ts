import type { Cell } from '@avow/policy';
import type { VaultRead } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import type { FactProvider } from '../facts/provider.ts';
import { providerOf } from '../facts/registry.ts';
import type { Reading, Rows } from '../rows/reading.ts';
import type { PlannedQuestion } from './planned.ts';
import { factsAtHome, mayTransfer } from './transfer.ts';

/**
 * Who provides a fact, and which rows it wants for each question. It is asked for these once: what it would say
 * another time might not be among what was read.
 */
interface Gathered {
  readonly provider: FactProvider;
  readonly reads: ReadonlyMap<PlannedQuestion, readonly VaultRead[]>;
}

/** Those, by the name of the fact in the policy. A fact without a provider is not known. */
export type Facts = ReadonlyMap<string, Gathered>;

/**
 * Finds providers for all facts that the cells of some questions turn on, and adds what they read. One
 * that cannot even say what it reads knows nothing, and is left out. Where none of them is about a transfer,
 * what matters to transfers alone is not read.
 */
export function gatherFacts(
  { providers }: Deployment,
  questions: readonly PlannedQuestion[],
  reading: Reading,
  isAtHome: boolean,
): Facts {
  const found = new Map<string, FactProvider>();
  for (const planned of questions) {
    const { cells, asked } = planned;
    const isStaying = isAtHome && mayTransfer(planned);
    const turnsOn = (cell: Cell) => (isStaying ? factsAtHome(cell, asked.words) : cell.facts);
    for (const fact of cells.flatMap(([, cell]) => turnsOn(cell))) {
      const provider = providerOf(providers, fact, asked.words);
      if (provider) found.set(fact, provider);
    }
  }
  const facts = new Map<string, Gathered>();
  for (const [fact, provider] of found) {
    const reads = readsOf(provider, questions, reading);
    if (reads !== undefined) facts.set(fact, { provider, reads });
  }
  return facts;
}

/** Undefined if the provider fails, or wants what is no read. */
function readsOf(
  provider: FactProvider,
  questions: readonly PlannedQuestion[],
  reading: Reading,
): Gathered['reads'] | undefined {
  try {
    // Lists of our own: whose they were may go on changing them.
    const reads = new Map(questions.map((each) => [each, [...provider.reads(each.asked)]]));
    for (const wanted of reads.values()) reading.add(...wanted);
    return reads;
  } catch {
    return undefined;
  }
}

/** Whether a fact holds for one category of a question: true, false, or not known. */
export function judgeFact(
  facts: Facts,
  fact: string,
  { asked }: PlannedQuestion,
  category: string,
  rows: Rows,
  now: number,
): boolean | undefined {
  try {
    return facts.get(fact)?.provider.judge(rows, { ...asked, category }, now);
  } catch {
    // Doubt is a no: what a failing provider would have said is not known.
    return undefined;
  }
}

/** Ids of the evidence that was before a decision, in order. */
export function evidenceBefore(
  facts: Facts,
  questions: readonly PlannedQuestion[],
  rows: Rows,
): string[] {
  const ids = new Set<string>();
  for (const question of questions) {
    for (const fact of question.cells.flatMap(([, cell]) => cell.facts)) {
      for (const read of facts.get(fact)?.reads.get(question) ?? []) {
        if (read.table !== 'evidence') continue;
        for (const row of rows.of({ ...read, table: 'evidence' })) ids.add(row.id);
      }
    }
  }
  return [...ids].sort();
}
