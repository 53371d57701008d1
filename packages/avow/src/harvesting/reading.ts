import { namedAs, partyOf, type Question, staffOf, userOf } from '../act/question.ts';
import type { Deployment } from '../deployment.ts';
import type { Actor } from '../register/harvest.ts';
import { regionOfParty } from '../register/region.ts';

/**
 * Who reads about somebody by a question, if anybody else does: one of the staff is a user as any other. Handing over is the platform's act, and
 * only opening what was handed over is the party's; a region of ours is no stranger.
 */
export function readerIn(question: Question, { policy }: Deployment): Actor | undefined {
  const user = userOf(question) ?? staffOf(question);
  if (user !== undefined) return { user };
  const party = partyOf(question);
  const isReading = namedAs(question) === 'party' && question.makes === undefined;
  if (party === undefined || !isReading) return undefined;
  const words = policy.current().policy.vocabulary;
  return regionOfParty(party, words) === undefined ? { party } : undefined;
}
