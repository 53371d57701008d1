import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { asConsentId, asPersonId } from '../door/ids.ts';
import { name } from '../door/text.ts';
import { word } from '../door/words.ts';
import type { Changes } from '../face/changes.ts';
import { withNewestWords } from '../policy/newest-words.ts';
import { accept, later } from './answer.ts';
import { asked } from './asked.ts';

/** What a change of the policy asks of people, and what they answer. */
export function changesOf(deployment: Deployment): Changes<Words> {
  const newest = withNewestWords(deployment.policy);
  const language = (given: unknown) =>
    word('language', given, 'languages', deployment.policy.current().policy.vocabulary);
  return {
    asked: async (person) => asked(deployment, asPersonId(person)),

    accept: newest(async (what) =>
      accept(deployment, {
        ...what,
        person: asPersonId(what.person),
        version: name('version', what.version),
        language: language(what.language),
        renew: [...new Set((what.renew ?? []).map((id) => asConsentId(id)))].sort(),
      }),
    ),

    later: async (what) =>
      later(deployment, {
        ...what,
        person: asPersonId(what.person),
        version: name('version', what.version),
      }),
  };
}
