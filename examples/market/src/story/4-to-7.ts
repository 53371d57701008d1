import { answerOn } from './answer.ts';
import { credentials, type Day } from './cast.ts';
import type { Visitor } from './visitor.ts';

/** Clause 4: where it lies, and what leaves. */
export async function storage({ stage, api, wen }: Day): Promise<void> {
  stage.chapter('4  Where it is kept');
  const { person } = wen;
  const abroad = { person, purpose: 'keeping', categories: ['contact.name'], to: 'platform' };
  stage.decides('A copy would go to a server abroad', await api.act('transfer', abroad), {
    refused: 'P.1',
    ground: '4',
  });
  await api.write('POST', '/v1/parties/pelican-air/engagements', {
    as: 'servicePartner',
    purposes: ['fulfilment'],
    categories: ['contact.name'],
    country: 'SG',
  });
  const parcel = { ...abroad, purpose: 'fulfilment', to: { party: 'pelican-air' } };
  stage.decides(
    'Pelican Air, which keeps its books abroad, asks for a name',
    await api.act('disclose', parcel),
    {
      refused: '4.3',
    },
  );
}

/** Clause 5: cookies, needed and not. */
export async function cookies({ stage, api, wen }: Day): Promise<void> {
  stage.chapter('5  Cookies');
  const { person } = wen;
  const cookie = (purpose: string) =>
    api.act('setCookie', { person, purpose, categories: ['cookie.identifier'] });
  stage.decides('The login sets its cookie', await cookie('cookies.needed'), {
    permitted: '5.a.1',
  });
  stage.decides('A cookie for promotion, unasked', await cookie('cookies.promotion'), {
    refused: 'P.1',
    ground: '5.a',
  });
  const yielded = { person, purpose: 'cookies.promotion', categories: ['cookie.yield'] };
  stage.decides('What such a cookie tells would be used', await api.act('use', yielded), {
    refused: 'P.1',
    ground: '5.c',
  });
  const answer = (given: 'give' | 'refuse') =>
    api.write('POST', `/v1/subjects/${person}/consents`, {
      party: 'platform',
      action: 'setCookie',
      purposes: ['cookies.promotion'],
      categories: ['cookie.identifier'],
      language: 'en',
      answer: given,
    });
  await answer('give');
  stage.decides('Wen accepts it', await cookie('cookies.promotion'), { permitted: '5.a.2' });
  await answer('refuse');
  stage.decides('Wen rejects it', await cookie('cookies.promotion'), { refused: '5.b.1' });
}

/** Clause 6: what keeps it safe, and what lies in registers of its own. */
export async function security(
  { stage, api, arrive, wen, lan }: Day,
  order: string,
): Promise<void> {
  stage.chapter('6  Keeping it safe');
  const { person } = wen;
  const guess = await arrive().send('/login', credentials({ ...wen, password: 'guessed it' }));
  stage.holds('a wrong password opens nothing', guess.status === 422);
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

/** Clause 7: which version decided. */
export async function changes({ stage, api, wen }: Day): Promise<void> {
  stage.chapter('7  Changes');
  const { versions } = await api.get<{ versions: readonly { state: string }[] }>(
    '/v1/policy/versions',
  );
  const inForce = versions.filter(({ state }) => state === 'in-force');
  stage.holds(
    'one version of the policy is in force, and every record names it',
    inForce.length === 1,
  );
  const page = await wen.browser.read('/policy?lang=zh-CN');
  stage.holds(
    'it is published in both languages',
    page.includes('lang="zh-CN"') && page.includes('id="7.a.1"'),
  );
}

/** The Supplement: a person’s own rights, on their own pages. */
export async function rights({ stage, wen }: Day): Promise<void> {
  stage.chapter('S  Wen’s own');
  const { browser } = wen;
  const held = await browser.read('/mine');
  stage.decides('Wen looks at what is held', answerOn(held), { permitted: 'S.2.1' });
  stage.holds(
    'all of it is there',
    [wen.username, wen.phone, wen.address].every((value) => held.includes(value)),
  );
  const moved = await browser.send('/mine/correct', {
    'contact.address': '3 Ferry Steps, Xiamen 361001',
  });
  stage.decides('Wen has moved, and corrects the address', answerOn(moved.text), {
    permitted: 'S.3.1',
  });
  const copy = JSON.parse((await browser.send('/mine/take')).text) as {
    held: unknown[];
    sentence: string;
  };
  stage.holds(
    `Wen takes a copy along (${copy.held.length} values, by ${copy.sentence})`,
    copy.held.length > 0,
  );
  const history = await wholeHistory(browser);
  const lines = ['#3.f.2', 'Lantern Post', 'Brightlist'].filter((word) => history.includes(word));
  stage.holds('the history tells who saw what, and what was refused', lines.length === 3);
}

/** Page after page, as far back as it goes. */
async function wholeHistory(browser: Visitor): Promise<string> {
  let pages = '';
  for (let path: string | undefined = '/mine/history'; path !== undefined; ) {
    const page: string = await browser.read(path);
    pages += page;
    path = /rel="next" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
  }
  return pages;
}
