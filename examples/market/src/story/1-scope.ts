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

  const device = await api.write<{ person: string }>('POST', '/v1/subjects', { kind: 'device' });
  const observe = async (fields: Readonly<Record<string, string>>) =>
    answerOf(
      await api.write<Told>('POST', `/v1/subjects/${device.person}/fields`, {
        purpose: 'security',
        source: 'device',
        fields,
      }),
    );
  stage.decides(
    'A browser comes by: its address, language and page are recorded',
    await observe({ 'visit.ip': '203.0.113.7', 'visit.language': 'zh-CN', 'visit.page': '/' }),
    { permitted: '1.b.1' },
  );
  stage.decides(
    'What a browser did not send by itself cannot be received automatically',
    await observe({ 'contact.phone': wen.phone }),
    { refused: 'P.1', ground: '1.b' },
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
  const keyword = {
    person: wen.person,
    purpose: 'service.personal',
    categories: ['search.keyword'],
  };
  stage.decides('The platform tries to use what Wen searched for', await api.act('use', keyword), {
    refused: '1.d.1',
  });
}
