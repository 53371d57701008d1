import type { Text } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import type { ByRequest } from '../desk/acting.ts';
import { announcementFrom, announcementRow } from '../register/announcement.ts';
import { versionEntry } from '../rows/change.ts';
import { textOf } from './announcing.ts';
import { reword, type Said } from './reword.ts';

/** Publishes the platform's answer to the comments on a version, in each language; the last one counts. */
export async function answerComments(
  deployment: Deployment,
  { version, answer }: { readonly version: string; readonly answer: Text },
  request: ByRequest,
): Promise<Said> {
  const { languages } = deployment.policy.current().policy.vocabulary;
  const text = textOf('answer', answer, languages);
  return reword(deployment, version, request, (announced, _, now) => {
    const body = { ...announcementFrom(announced), answer: text, answered: now };
    const from = announced.from ?? 0;
    const state = announced.state === 'withdrawn' ? 'withdrawn' : 'announced';
    const draft = versionEntry(announcementRow(state, from, body), announced);
    return { body, from, did: 'answered', draft };
  });
}
