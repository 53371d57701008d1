import { answerOf, answerOn, Differs, type Told } from './answer.ts';
import type { Api } from './api.ts';
import {
  application,
  type Character,
  character,
  credentials,
  type Joined,
  numberOf,
} from './cast.ts';
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

/** Somebody accepts and registers, on the page that everybody uses, and confirms from their mail. */
export async function joining(stage: Stage, browser: Visitor, who: Character): Promise<Joined> {
  const text = await joins(browser, who.email, who.password, application(who));
  stage.decides(`${who.name} accepts and registers`, answerOn(text), { permitted: '1.a.1' });
  return { ...who, browser, person: await numberOf(browser) };
}

/** An organisation registers: its name is public, the people in its form are not. */
export async function organisation(stage: Stage, api: Api, browser: Visitor): Promise<void> {
  const { email, password } = character('Shipyard');
  const form = {
    as: 'organisation',
    email,
    password,
    'enterprise.name': 'Lantern Shipyard Co.',
    'enterprise.registration': '91350200MA2XXXXX0X',
    'organisation.representative': 'Zheng Yan',
    'organisation.contact': 'Hu Bing',
    accept: 'yes',
    answer: 'accept',
  };
  const extra = await browser.send('/join', { ...form, 'identity.number': '350203' });
  stage.holds(
    'a field that the form does not ask for is refused by name',
    extra.status === 422 && extra.text.includes('identity.number'),
  );
  const text = await joins(browser, email, password, form);
  stage.decides('A shipyard registers as an organisation', answerOn(text), { permitted: '1.a.2' });
  const person = await numberOf(browser);
  const shown = (category: string) =>
    api.act('show', { person, purpose: 'account', to: 'public', categories: [category] });
  stage.decides('Anyone reads its name', await shown('enterprise.name'), { permitted: '1.a.3' });
  stage.decides(
    'and nobody the name of its representative',
    await shown('organisation.representative'),
    { refused: '4.3' },
  );
}

/** The form, the mail, the password: answers the page that says what was kept. */
async function joins(
  browser: Visitor,
  email: string,
  password: string,
  form: Readonly<Record<string, string>>,
): Promise<string> {
  const sent = await browser.send('/join', form);
  if (sent.path !== '/join/sent') throw new Differs(`Joining leads to ${sent.path}.`);
  const token = await tokenIn(browser, email);
  return (await browser.send('/join/confirm', { token, password })).text;
}

/** Reads the inbox of the development server until the message is there; it is written after the answer. */
export async function tokenIn(
  browser: Visitor,
  email: string,
  page = '/join/confirm',
): Promise<string> {
  const link = new RegExp(`${page}\\?token=([\\w-]+)`);
  for (let looks = 0; looks < 100; looks += 1) {
    const found = (await browser.read('/inbox'))
      .split('<article>')
      .filter((each) => each.includes(`To ${email} `))
      .map((message) => link.exec(message)?.[1])
      .find((token) => token !== undefined);
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Differs(`No message came with a link to ${page}.`);
}
