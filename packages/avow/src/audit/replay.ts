import { type Cell, decide, type Outcome } from '@avow/policy';
import type { Replay } from '@avow/vault';
import type { DecisionLeaf } from '../history/leaf.ts';
import type { Edition } from '../policy/edition.ts';

/**
 * Decides an entry again, by the version of the policy that it cites and the facts that it states, and
 * says in words what differs from what was recorded.
 */
export function replayBy(editions: ReadonlyMap<string, Edition>): Replay {
  return (body) => {
    const leaf = body as unknown as DecisionLeaf;
    const edition = editions.get(leaf.policy);
    if (edition === undefined) return 'it cites a version of the policy that is not kept';
    try {
      return leaf.cells.length > 0 ? differs(leaf, edition) : differsInState(leaf, edition);
    } catch {
      return 'its question is none that its version of the policy knows';
    }
  };
}

function differs(leaf: DecisionLeaf, { engine }: Edition): string | undefined {
  const { action, purpose, recipient, cells } = leaf;
  const outcomes: Outcome[] = [];
  for (const [category, known, refuted] of cells) {
    const cell = engine.cell(action, purpose, category, recipient);
    if (!areFactsOf(cell, known, refuted)) return `it states facts that are none for ${category}`;
    outcomes.push(decide(cell, known, refuted));
  }
  const refusal = outcomes.find(({ permitted }) => !permitted);
  const permitted = refusal === undefined;
  if (leaf.permitted !== permitted) {
    const [was, is] = permitted ? ['refused', 'permits'] : ['permitted', 'refuses'];
    return `it was ${was}, but the policy ${is} it`;
  }
  return citesDiffer(leaf, refusal ? [refusal.sentence] : outcomes.map(({ sentence }) => sentence));
}

/** Where the state of an account refused, no cell was looked up: there is nothing that could have permitted. */
function differsInState(leaf: DecisionLeaf, { rest }: Edition): string | undefined {
  if (leaf.permitted) return 'it was permitted without anything to decide';
  return citesDiffer(leaf, [rest]);
}

function citesDiffer({ cites }: DecisionLeaf, sentences: readonly string[]): string | undefined {
  const expected = [...new Set(sentences)];
  const same = cites.length === expected.length && expected.every((id, at) => cites[at] === id);
  return same ? undefined : `it cites ${cites.join(', ')}, but the policy ${expected.join(', ')}`;
}

/** Whether masks speak of the cell's facts alone, and of none as both true and false. */
function areFactsOf({ facts }: Cell, known: number, refuted: number): boolean {
  const most = 2 ** facts.length;
  return [known, refuted].every((mask) => mask >= 0 && mask < most) && (known & refuted) === 0;
}
