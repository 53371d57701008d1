import { type Fault, PolicyError } from '../fault.ts';
import type { Policy } from '../model/policy.ts';
import { leafWords } from '../model/rule.ts';
import type {
  ActionName,
  CategoryName,
  PurposeName,
  RecipientName,
  Words,
} from '../model/words.ts';
import { type Axioms, axioms } from './axioms.ts';
import { type Cell, MOST_CUBES, MOST_FACTS } from './cell.ts';
import { boxes, type Diagram, diagram, follow } from './diagram.ts';
import { type CompiledRule, compileRules, silenceOf } from './rules.ts';
import { table } from './table.ts';
import { unknownWord } from './unknown.ts';

/** A policy made ready to decide. */
export interface Engine<V extends Words = Words> {
  readonly policy: Policy<V>;
  /** What the facts of the policy say of one another. */
  readonly axioms: Axioms;
  /**
   * What the policy says of a question. Throws `AVOW_UNKNOWN_WORD` for a word that the vocabulary
   * lacks or that has others below it; the error names the dimension and known words, not the input.
   */
  cell(
    action: ActionName<V>,
    purpose: PurposeName<V>,
    category: CategoryName<V>,
    recipient: RecipientName<V>,
  ): Cell;
}

/** Compiles a policy. Throws `AVOW_POLICY_LIMIT`, naming each cell that goes beyond the limits. */
export function compile<V extends Words>(policy: Policy<V>): Engine<V> {
  const ofFacts = axioms(policy.vocabulary.facts);
  const rules = compileRules(policy, ofFacts);
  const scopes = rules.map(({ scope }) => scope);
  const space = diagram(scopes, leafWords(policy.vocabulary));
  const cells = compileCells(policy, space, rules, ofFacts);
  const [ofCategory, ofPurpose, ofAction, ofRecipient] = space.steps;

  return Object.freeze({
    policy,
    axioms: ofFacts,
    cell(action: string, purpose: string, category: string, recipient: string) {
      const categoryNode = follow(space.root, ofCategory, category);
      const purposeNode = follow(categoryNode, ofPurpose, purpose);
      const actionNode = follow(purposeNode, ofAction, action);
      const leaf = follow(actionNode, ofRecipient, recipient);
      const cell = leaf && cells[leaf.index];
      if (cell !== undefined) return cell;
      throw unknownWord(policy.vocabulary, {
        actions: action,
        purposes: purpose,
        categories: category,
        recipients: recipient,
      });
    },
  });
}

function compileCells(
  policy: Policy,
  space: Diagram,
  rules: readonly CompiledRule[],
  ofFacts: Axioms,
): readonly Cell[] {
  const silence = silenceOf(policy);
  const faults: Fault[] = [];
  const cells = space.leaves.map((leaf) => {
    const cell = table(
      leaf.scopes.map((scope) => rules[scope]!),
      silence,
      ofFacts,
    );
    if (cell === undefined) {
      const [box] = boxes(leaf, space);
      const names = [box?.actions[0], box?.purposes[0], box?.categories[0], box?.recipients[0]];
      const what = `needs more than ${MOST_FACTS} facts or ${MOST_CUBES} cubes`;
      faults.push({ where: `cell ${names.join(', ')}`, what });
    }
    return cell;
  });
  if (faults.length > 0) {
    throw new PolicyError('AVOW_POLICY_LIMIT', 'The policy has cells that are too large.', faults);
  }
  return cells as readonly Cell[];
}
