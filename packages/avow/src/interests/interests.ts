import type { Words } from '@avow/policy';
import type { Clock } from '@avow/vault';
import { perform } from '../act/act.ts';
import { isGone } from '../act/each.ts';
import { actions, interestCategory, purposes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { asPersonId } from '../door/ids.ts';
import { text } from '../door/text.ts';
import { word } from '../door/words.ts';
import type { InterestSource, Interests } from '../face/interests.ts';
import { AvowError } from '../fault.ts';
import { classesIn } from '../items/asked.ts';
import { type Rounds, roundsOf } from '../notices/rounds.ts';
import { withNewestWords } from '../policy/newest-words.ts';
import { interestsOf } from '../register/interest.ts';
import { severalActive } from '../subjects/everyone.ts';
import { deriveOf, hasNews, mayDerive } from './derive.ts';
import { keptOf, toldOf } from './kept.ts';
import { LONGEST_NAME, ownInterests } from './own.ts';

/** The most interests that there are. */
const MOST_WORDS = 1_000;

/** What may interest people, and the rounds in which it is derived by itself. */
export function interestsWith(
  deployment: Deployment,
  clock: Clock,
): { readonly interests: Interests<Words>; readonly rounds: Rounds } {
  const { policy, interests: source, vault } = deployment;
  if (source !== undefined) checkWords(source);
  const words = () => source?.words ?? {};
  const newest = withNewestWords(policy);
  const now = () => clock.now();

  async function round(isStopped: () => boolean): Promise<{ tried: number; isOver: boolean }> {
    let tried = 0;
    if (source === undefined || !canDerive(deployment)) return { tried, isOver: true };
    for await (const people of severalActive(vault)) {
      for (const person of people) {
        if (isStopped()) return { tried, isOver: false };
        try {
          if (!(await hasNews(deployment, source, person))) continue;
          if (!(await mayDerive(deployment, source, person, now))) continue;
          await deriveOf(deployment, source, person);
          tried += 1;
        } catch (problem) {
          if (!isGone(problem)) throw problem;
        }
      }
    }
    return { tried, isOver: true };
  }

  const rounds = roundsOf(round, clock, 'deriving interests');
  return {
    rounds,
    interests: {
      ...ownInterests(deployment, (interest) => Object.hasOwn(words(), interest)),
      words,
      deriveAll: () => rounds.now(),
      derive: newest(async (what) => {
        const person = asPersonId(what.person);
        const { every = 0 } = what;
        if (source === undefined || !(await hasNews(deployment, source, person, every)))
          return undefined;
        return deriveOf(deployment, source, person);
      }),
      use: newest(async (what) => {
        const person = asPersonId(what.person);
        const asked = what.purpose ?? purposes.personal;
        const purpose = word('purpose', asked, 'purposes', policy.current().policy.vocabulary);
        const categories = [interestCategory];
        return perform(deployment, () => ({
          person,
          questions: [{ person, action: actions.use, purpose, categories, to: 'platform' }],
          lock: 'shared',
          reads: [interestsOf(person)],
          opens: classesIn(categories),
          apply(unit) {
            const kept = keptOf(unit, person);
            return {
              value: { interests: toldOf(kept.values()) },
              touched: [...kept.values()].map(({ row }) => row.id),
            };
          },
        }));
      }),
    },
  };
}

/** Whether the policy in force has the words that it takes; where it has not, nothing is derived. */
function canDerive({ policy }: Deployment): boolean {
  const { actions: acts, purposes: ends, categories } = policy.current().policy.vocabulary;
  const has = (among: object, name: string) => Object.hasOwn(among, name);
  return (
    has(acts, actions.derive) && has(ends, purposes.personal) && has(categories, interestCategory)
  );
}

function checkWords({ words }: InterestSource): void {
  const names = Object.keys(words);
  if (names.length > MOST_WORDS) {
    throw new AvowError('AVOW_OPTIONS', `must be at most ${MOST_WORDS}`, 'interests.words');
  }
  for (const name of names) text('interests.words', name, LONGEST_NAME);
}
