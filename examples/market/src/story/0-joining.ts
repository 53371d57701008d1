import { answerOf, answerOn, type Told } from './answer.ts';
import type { Api } from './api.ts';
import { application, type Character, credentials, type Joined, numberOf } from './cast.ts';
import type { Stage } from './stage.ts';
import type { Visitor } from './visitor.ts';

/** Somebody reads, declines and gets no account. */
export async function declining(stage: Stage, api: Api, browser: Visitor, who: Character) {
  stage.chapter('Before anything: reading and declining');
  const policy = await browser.read('/policy?lang=en');
  stage.holds(
    'the policy can be read by anyone, each sentence under its anchor',
    policy.includes('id="2.a.1"'),
  );
  await browser.send('/join', { ...application(who), answer: 'decline' });
  const login = await browser.send('/login', credentials(who));
  stage.holds(`${who.name} declines, and has no account`, login.status === 422);
  const { person } = await api.write<{ person: string }>('POST', '/v1/subjects', { country: 'CN' });
  await api.write('POST', `/v1/subjects/${person}/agreement`, {
    answer: 'decline',
    language: 'en',
  });
  const kept = await api.write<Told>('POST', `/v1/subjects/${person}/fields`, {
    purpose: 'account',
    fields: { 'contact.name': who.name },
  });
  stage.decides('The platform tries to keep the name of somebody who declined', answerOf(kept), {
    refused: 'P.9',
  });
}

/** Somebody accepts and registers, on the page that everybody uses. */
export async function joining(stage: Stage, browser: Visitor, who: Character): Promise<Joined> {
  const { text } = await browser.send('/join', application(who));
  stage.decides(`${who.name} accepts and registers`, answerOn(text), { permitted: '1.a.1' });
  return { ...who, browser, person: await numberOf(browser) };
}
