import type { Deployment } from '../deployment.ts';
import { asPersonId } from '../door/ids.ts';
import { word } from '../door/words.ts';
import type { Agreement, AgreementState } from '../face/agreement.ts';
import { withNewestWords } from '../policy/newest-words.ts';
import { acceptanceFrom, acceptanceOf } from '../register/acceptance.ts';
import { readNow } from '../rows/reading.ts';
import { agreed, answer } from './answer.ts';
import { terminate } from './terminate.ts';

/** What each person said to the agreement, the rules and the policy, which are accepted as one. */
export function agreementOf(deployment: Deployment): Agreement {
  const language = (given: unknown) =>
    word('language', given, 'languages', deployment.policy.current().policy.vocabulary);
  const newest = withNewestWords(deployment.policy);
  return {
    async state(person) {
      const read = acceptanceOf(asPersonId(person));
      const row = (await readNow(deployment.vault, read)).of(read)[0];
      return (row?.state as AgreementState | undefined) ?? 'never-asked';
    },
    async standing(person) {
      const read = acceptanceOf(asPersonId(person));
      const row = (await readNow(deployment.vault, read)).of(read)[0];
      if (row === undefined) return undefined;
      return { ...agreed(row.state as AgreementState, acceptanceFrom(row)), at: row.at };
    },
    accept: newest(async (what) =>
      answer(deployment, 'accepted', asPersonId(what.person), language(what.language), what),
    ),
    decline: newest(async (what) =>
      answer(deployment, 'declined', asPersonId(what.person), language(what.language), what),
    ),
    terminate: async (what) => terminate(deployment, asPersonId(what.person), what),
  };
}
