import { joining, tokenIn } from './0-joining.ts';
import { answerOf, Differs, type Told } from './answer.ts';
import { character, credentials, type Day, type Joined } from './cast.ts';
import { appointed } from './staff.ts';

/** Somebody who goes through people, in 2.b; and what they are shown at the way in. */
export async function harvester({ stage, api, arrive }: Day): Promise<void> {
  const who = await joining(stage, arrive(), character('Pei'));
  const [by, other] = await appointed({ api });
  const { decoys } = await api.write<{ decoys: readonly [string] }>('POST', '/v1/decoys', {
    count: 1,
  });
  const question = { purpose: 'fulfilment', categories: ['contact.phone'] };
  const touched = await api.act('show', {
    ...question,
    person: decoys[0],
    to: { user: who.person },
  });
  stage.decides('Pei asks for the number of somebody who does not exist', touched, {
    refused: 'P.1',
    ground: '2.b',
  });
  const page = await who.browser.send('/login', credentials(who));
  stage.holds(
    'and is suspended by then: the way in says why, under 2.b.3, and takes an appeal',
    page.status === 403 && page.text.includes('#2.b.3') && page.text.includes('name="said"'),
  );
  const { harvests } = await api.get<{ harvests: readonly [{ readonly harvest: string }] }>(
    `/v1/subjects/${who.person}/harvests`,
  );
  const at = `/v1/harvests/${harvests[0].harvest}`;
  await api.write('POST', `${at}/termination`, { by });
  const appealed = await who.browser.send('/login/suspended', {
    ticket: hidden(page.text, 'ticket'),
    harvest: hidden(page.text, 'harvest'),
    said: 'I pressed the wrong key.',
  });
  stage.holds('One of us ends the agreement; Pei appeals', appealed.text.includes('You appealed'));
  const own = await api.turnedAway('POST', `${at}/reversal`, { by });
  stage.holds(`which whoever decided cannot hear (${own})`, own === 'AVOW_STATE');
  await api.write('POST', `${at}/reversal`, { by: other });
  const back = await who.browser.send('/login', credentials(who));
  stage.holds('Somebody else undoes it, and Pei is back', back.status === 200);
}

/** A leak, from the report of somebody who is not logged in to the closing word. */
export async function leak({ stage, api, arrive }: Day): Promise<void> {
  const who = await joining(stage, arrive(), character('Qiu'));
  const outside = arrive();
  const frozen = await outside.send('/login/leak', {
    ...{ email: who.email, password: who.password, 'contact.phone': who.phone },
    said: 'A stranger rang me on this number.',
  });
  stage.holds(
    'Qiu reports a leak without logging in, and freezes the account with it',
    frozen.status === 200 && frozen.text.includes('account is frozen'),
  );
  const use = { person: who.person, purpose: 'account', categories: ['contact.name'] };
  const used = await api.act('use', use);
  stage.holds('Nothing is decided for it any more', !used.permitted);
  const { leaks } = await api.get<{ leaks: readonly [{ readonly leak: string }] }>(
    `/v1/subjects/${who.person}/leaks`,
  );
  const at = `/v1/leaks/${leaks[0].leak}`;
  const [by] = await appointed({ api });
  const search = (whoever: string) =>
    ['POST', `${at}/suspects`, { by: whoever, language: 'en' }] as const;
  const { person } = await api.write<{ person: string }>('POST', '/v1/subjects', { country: 'CN' });
  const stranger = await api.write<Told>(...search(person));
  stage.holds('Who does not work here searches no records', !stranger.permitted);
  const own = await api.turnedAway(...search(who.person));
  stage.holds(`nor does whose leak it is (${own})`, own === 'AVOW_STATE');
  const searched = await api.write<Told>(...search(by));
  stage.decides('One of us searches them for who was shown just this', answerOf(searched), {
    permitted: '6.b.5',
  });
  const measures = { by, parties: [], reset: true, rekey: true, tell: true };
  const { rekeyed } = await api.write<{ rekeyed: boolean }>('POST', `${at}/containment`, measures);
  stage.holds('and gives Qiu new keys; the old ones are destroyed', rekeyed);
  await api.write('POST', `${at}/closure`, { by, word: 'Nobody was shown it here.' });
  await renew(who);
  const safety = await who.browser.read('/mine/safety');
  stage.holds(
    'With a new password Qiu is back, and reads what was done',
    safety.includes('Nobody was shown it here.') && safety.includes('new ones'),
  );
}

/** A new password, by the link in the mail. */
async function renew(who: Joined): Promise<void> {
  await who.browser.send('/login/forgotten', { email: who.email });
  const token = await tokenIn(who.browser, who.email, '/login/reset');
  const password = 'Qiu likes the sound of snow';
  await who.browser.send('/login/reset', { token, password });
  const back = await who.browser.send('/login', credentials({ ...who, password }));
  if (back.status !== 200) throw new Differs(`After the reset the way in answers ${back.status}.`);
}

function hidden(page: string, name: string): string {
  const [, value] = new RegExp(`name="${name}" value="([^"]*)"`).exec(page) ?? [];
  if (value === undefined) throw new Differs(`The page has no ${name} in a form.`);
  return value;
}
