import {
  decide,
  type Engine,
  type Explanation,
  explain,
  findSentence,
  type SentenceId,
  type Words,
} from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { asEntryId } from '../door/ids.ts';
import type { History } from '../face/history.ts';
import { readNow } from '../rows/reading.ts';
import { type DecisionLeaf, entryOf, leafFrom } from './leaf.ts';

type Reader = Parameters<History<Words>['explain']>[0];

/** A past decision in the words of the policy that made it. Needs nobody's key: the entry holds what was known. */
export function explainWith({ vault, policy }: Deployment): History<Words>['explain'] {
  return async (what) => {
    const read = entryOf(asEntryId(what.entry));
    const [row] = (await readNow(vault, read)).of(read);
    const leaf = row && leafFrom(row.body);
    if (leaf?.kind !== 'decision') return undefined;
    const edition = await policy.edition(leaf.policy);
    if (edition === undefined) return undefined;
    return leaf.cells.length > 0
      ? explainCell(edition.engine, leaf, what)
      : explainState(edition.engine, leaf, what);
  };
}

/** Explains the cell that decided: the first that was refused, or the first of all. */
function explainCell(
  engine: Engine,
  leaf: DecisionLeaf,
  { language, audience }: Reader,
): Explanation {
  const { action, purpose, recipient, cells } = leaf;
  const [category, known, refuted] =
    cells.find(
      ([name, t, f]) => !decide(engine.cell(action, purpose, name, recipient), t, f).permitted,
    ) ?? cells[0]!;
  const question = { action, purpose, category, recipient };
  return explain(engine, question, known, refuted, { language, audience });
}

/** A refusal because of the state of an account turned on no fact of the policy, so there are no reasons to give. */
function explainState(
  { policy }: Engine,
  { cites }: DecisionLeaf,
  { language }: Reader,
): Explanation {
  const id = (cites[0] ?? '') as SentenceId;
  const text = findSentence(policy, id)?.text[language] ?? '';
  return {
    permitted: false,
    by: 'silence',
    answer: text,
    sentence: { id, text },
    reasons: [],
    withheld: true,
    duties: [],
    remedies: [],
  };
}
