import type { Words } from '@avow/policy';
import { namedAs, type Question } from '../act/question.ts';
import { actions } from '../conventions.ts';
import { malformed } from '../door/text.ts';

/** Acts by which information leaves the platform and which are not a handing over to a party. */
const OTHERWISE: ReadonlySet<string> = new Set([
  actions.show,
  actions.open,
  actions.export,
  actions.publish,
]);

/**
 * Whether an act hands something over, when it is done to a party: every act by which information leaves
 * the platform, but that it is shown, made public, or read by its person.
 */
export function handsOver(action: string, words: Words): boolean {
  return words.actions[action]?.outward === true && !OTHERWISE.has(action);
}

/** In whichever way it is held: what a party gets of it, it gets sealed, and what a case is about at the desk. */
export function mustNotHandOver(question: Question, words: Words): void {
  if (!handsOver(question.action, words)) return;
  if (namedAs(question) === 'party') {
    throw malformed('action', 'is done sealed when it is to a party: `disclosures.seal`');
  }
  mustNotBeTheDesks(question);
}

/** The other way round: what is to be sealed must be an act that hands something over. */
export function mustHandOver(action: string, words: Words): void {
  if (!handsOver(action, words)) throw malformed('action', 'hands nothing over to a party');
}

/** What a case is about is delivered by the desk, which tells the person and counts it. */
export function mustNotBeTheDesks({ case: inCase }: Pick<Question, 'case'>): void {
  if (inCase !== undefined)
    throw malformed('case', 'is delivered at the desk: `desk.cases.deliver`');
}
