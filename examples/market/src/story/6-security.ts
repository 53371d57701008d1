import type { Ordered } from './3-disclosure.ts';
import { answerOf, answerOn, Differs, type Told } from './answer.ts';
import { credentials, type Day, type Joined, numberOf } from './cast.ts';
import { leak } from './guarding.ts';
import { violation } from './violation.ts';

/** Clause 6: what keeps it safe, and what lies in registers of its own. */
export async function security(day: Day, { order, path }: Ordered): Promise<void> {
  const { stage, api, arrive, wen, lan } = day;
  stage.chapter('6  Keeping it safe');
  const { person } = wen;
  const guess = await arrive().send('/login', credentials({ ...wen, password: 'guessed it' }));
  stage.holds('a wrong password opens nothing', guess.status === 422);
  const stranger = { email: 'nobody@example.net', password: 'guessed it' };
  const nobody = await arrive().send('/login', credentials(stranger));
  const same = (page: string) => page.replace(/value="[^"]*@[^"]*"/, '');
  stage.holds(
    'and an address that nobody has is answered alike',
    nobody.status === 422 && same(nobody.text) === same(guess.text),
  );
  const elsewhere = arrive();
  await elsewhere.send('/login', credentials(wen));
  await numberOf(elsewhere);
  await wen.browser.send('/account/sessions', { end: 'others' });
  const out = await elsewhere.send('/account/sessions', { end: 'others' });
  stage.holds('Wen ends the session on another browser from this one', out.path === '/login');
  const secret = { person, purpose: 'rights', categories: ['registration.secret'], to: 'person' };
  stage.decides('Even Wen asks in vain to be shown the password', await api.act('show', secret), {
    refused: '6.a.2',
  });
  const shelf = { name: 'Oar', body: `Call ${wen.phone}`, price: '20', picture: 'boots' };
  const warned = await wen.browser.send('/sell', shelf);
  stage.holds(
    'a phone number typed into a listing is held back, with a warning under 6.b.2',
    warned.status === 422 && warned.text.includes('#6.b.2') && warned.text.includes('<mark>'),
  );
  const wall = {
    person,
    purpose: 'fulfilment',
    categories: ['contact.phone'],
    to: { user: lan.person },
    order,
  };
  stage.decides('Lan would see Wen’s number without asking for it', await api.act('show', wall), {
    refused: 'P.1',
    ground: '6.b',
  });
  await leak(day);
  await registers(day, path);
}

/** 6.c and 6.d: what lies outside the policy, in registers with rules of their own. */
async function registers(day: Day, path: string): Promise<void> {
  const { stage, api, arrive, wen, lan } = day;
  const { person } = wen;
  const said = { rating: '5', opinion: 'It does point north. Mostly.' };
  const published = await wen.browser.send(`${path}/review`, said);
  stage.holds('Wen has the compass, and reviews Lan', published.path === `${path}/review`);
  const about = await arrive().read(`/goods/${await goodsOf(lan)}/seller`);
  stage.holds(
    'everybody reads it, under a handle and not under a name',
    about.includes(said.opinion) && !about.includes(wen.name) && !about.includes(person),
  );
  await wen.browser.send('/activities/spring-market/join');
  const own = await wen.browser.read('/registers');
  stage.decides('Wen sees what the registers hold of Wen', answerOn(own), { permitted: '6.c.2' });
  stage.holds(
    'the order, the review and the spring market',
    own.includes(said.opinion) && own.includes('Spring market') && own.includes('Brass compass'),
  );
  const join = async (question: Readonly<Record<string, unknown>>) =>
    answerOf(await api.write<Told>('POST', `/v1/subjects/${person}/registers`, question));
  const orders = { purpose: 'service.personal', categories: ['register.order'] };
  stage.decides('The platform would join Wen’s orders to an interest', await join(orders), {
    refused: '6.c.2',
  });

  await violation(day);
  const told = {
    ...{ purpose: 'rules.violation', categories: ['register.violation'] },
    to: { party: 'insurer' },
  };
  stage.decides('A third party would read the register of violations', await join(told), {
    refused: '6.c.2',
    ground: '6.d',
  });
}

/** The thing that Lan sold, by which Lan's public page is found. */
async function goodsOf({ browser }: Joined): Promise<string> {
  const [, id] = /\/goods\/([\w-]+)/.exec(await browser.read('/sell')) ?? [];
  if (id === undefined) throw new Differs('Lan sells nothing.');
  return id;
}
