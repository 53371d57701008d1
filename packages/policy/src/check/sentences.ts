import { type Policy, sentencesOf } from '../model/policy.ts';
import type { Finding } from './finding.ts';

/** Every sentence is accounted for: backed, or declared plain information, and not both. */
export function checkSentences(policy: Policy): readonly Finding[] {
  return sentencesOf(policy).flatMap(({ id, backings }): readonly Finding[] => {
    if (backings.length === 0) {
      const words = `sentence ${id} has nothing behind it: back it, or declare it information()`;
      return [{ severity: 'error', code: 'AVOW_SENTENCE_UNBACKED', sentence: id, words }];
    }
    if (backings.length > 1 && backings.some(({ kind }) => kind === 'information')) {
      const words = `sentence ${id} is declared information, yet there is something to run behind it`;
      return [{ severity: 'warning', code: 'AVOW_INFORMATION_BACKED', sentence: id, words }];
    }
    return [];
  });
}
