import { answerOf, type Told } from './answer.ts';
import type { Day } from './cast.ts';

/** Clause 1: what the policy covers, and what lies outside it. */
export async function scope({ stage, api, arrive, wen }: Day): Promise<void> {
  stage.chapter('1  What is covered');
  const unknown = await api.turnedAway('POST', `/v1/subjects/${wen.person}/fields`, {
    purpose: 'account',
    fields: { 'contact.shoesize': '41' },
  });
  stage.holds(
    `a field that is not asked for is refused by name (${unknown})`,
    unknown === 'AVOW_UNKNOWN_WORD',
  );

  const numbered = await api.write<Told>('POST', `/v1/subjects/${wen.person}/fields`, {
    purpose: 'account',
    fields: { 'registration.identity': '11010519491231002X' },
  });
  stage.decides('Wen sells much, and law asks for an identity number', answerOf(numbered), {
    permitted: '1.a.1',
  });
  stage.decides(
    'It would help customer service along',
    await api.act('use', {
      person: wen.person,
      purpose: 'support',
      categories: ['registration.identity'],
    }),
    { refused: 'P.1', ground: '1.a' },
  );

  const device = await api.write<{ person: string }>('POST', '/v1/subjects', { kind: 'device' });
  const visit = {
    ip: '203.0.113.7',
    browser: 'Firefox',
    language: 'zh-CN',
    page: '/?q=a+radio+for+my+father',
  };
  const arrives = (more = {}) =>
    api.write<Told>('POST', '/v1/visits', {
      person: device.person,
      visits: [{ ...visit, ...more }],
    });
  const arrived = await arrives({ referrer: 'https://elsewhere.example', fingerprint: 'f00d' });
  stage.decides(
    'A browser that nobody is known behind comes by: its address, language and page are recorded',
    answerOf(arrived),
    { permitted: '1.b.1' },
  );
  stage.holds(
    'where it came from and its fingerprint are dropped, and counted',
    arrived.value?.['dropped'] === 2,
  );
  stage.decides(
    'What a browser did not send by itself cannot be received automatically',
    answerOf(
      await api.write<Told>('POST', `/v1/subjects/${device.person}/fields`, {
        purpose: 'security',
        source: 'device',
        fields: { 'contact.phone': wen.phone },
      }),
    ),
    { refused: 'P.1', ground: '1.b' },
  );
  const joined = await api.write<Told>('POST', '/v1/visits/join', {
    device: device.person,
    person: wen.person,
  });
  stage.decides(
    'It turns out to be Wen’s: the visit becomes Wen’s by a decision',
    answerOf(joined),
    {
      permitted: '1.b.5',
    },
  );
  stage.decides('The same browser as if nobody were known behind it', answerOf(await arrives()), {
    refused: 'P.1',
    ground: '1.b',
  });
  const pages = await api.write<Told>('POST', '/v1/visits/acts/use', {
    person: wen.person,
    purpose: 'security',
    categories: ['visit.page'],
  });
  stage.decides(
    'The pages that Wen asked for are looked at, to keep everyone secure',
    answerOf(pages),
    {
      permitted: '1.b.2',
    },
  );
  stage.holds(
    'and there is no query in them, so no search words either',
    JSON.stringify(pages.value).includes('{"visit.page":"/"}') &&
      !JSON.stringify(pages.value).includes('radio'),
  );

  const acquire = async (party: string) =>
    answerOf(
      await api.write<Told>('POST', `/v1/subjects/${wen.person}/fields`, {
        purpose: 'service.personal',
        source: { party },
        fields: { 'partner.profile': 'likes old radios' },
      }),
    );
  stage.decides(
    'Brightlist, with whom there is no contract, brings a profile of Wen',
    await acquire('Brightlist'),
    {
      refused: 'P.1',
      ground: '1.c',
    },
  );
  await api.write('POST', '/v1/parties/tidewater-survey/engagements', {
    as: 'marketingPartner',
    purposes: ['service.personal'],
    categories: ['partner.profile'],
    country: 'CN',
    means: 'asked at the autumn fair, with consent on paper',
  });
  stage.decides(
    'Tidewater, whose contract states its lawful means, brings one',
    await acquire('tidewater-survey'),
    {
      permitted: '1.c.1',
    },
  );

  const found = await arrive().read('/?q=teapot');
  stage.holds('a search works, and says what becomes of its words', found.includes('#1.d.1'));
  const keep = (keyword: string) =>
    api.write<{ readonly kept: boolean }>('POST', '/v1/searches', { keyword });
  stage.holds(
    'a search word is kept; Wen’s phone number, searched for, is not',
    (await keep('teapot')).kept && !(await keep(wen.phone)).kept,
  );
  const attached = await api.turnedAway('POST', '/v1/searches', {
    keyword: 'teapot',
    person: wen.person,
  });
  stage.holds(
    `to attach Wen to a search word is refused (${attached})`,
    attached === 'AVOW_REQUEST_INVALID',
  );
  const keyword = {
    person: wen.person,
    purpose: 'service.personal',
    categories: ['search.keyword'],
  };
  stage.decides('The platform tries to use what Wen searched for', await api.act('use', keyword), {
    refused: '1.d.1',
  });
}
