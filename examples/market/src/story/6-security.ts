import { credentials, type Day, numberOf } from './cast.ts';

/** Clause 6: what keeps it safe, and what lies in registers of its own. */
export async function security(
  { stage, api, arrive, wen, lan }: Day,
  order: string,
): Promise<void> {
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
    'a phone number typed into a listing is not published, with a warning under 6.b.2',
    warned.status === 422 && warned.text.includes('#6.b.2'),
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
  const orders = { person, purpose: 'rights', categories: ['register.order'], to: 'person' };
  stage.decides('Wen’s orders are put beside Wen’s data, for Wen', await api.act('join', orders), {
    permitted: '6.c.2',
  });
  const violations = {
    person,
    purpose: 'rules.violation',
    categories: ['register.violation'],
    to: { party: 'insurer' },
  };
  stage.decides(
    'A third party would read the register of violations',
    await api.act('join', violations),
    {
      refused: '6.c.2',
      ground: '6.d',
    },
  );
}
