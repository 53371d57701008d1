import { answerOf, Differs, type Told } from './answer.ts';
import type { Day, Joined } from './cast.ts';
import { harvester } from './guarding.ts';

/** Clause 2: what is used for what, and what others get. */
export async function use(day: Day): Promise<void> {
  const { stage, api, wen } = day;
  stage.chapter('2  What it is used for');
  const { person } = wen;
  const name = { person, purpose: 'account', categories: ['contact.name'] };
  stage.decides('The platform uses Wen’s name to keep the account', await api.act('use', name), {
    permitted: '2.c.1',
  });

  const reach = { person, categories: ['contact.name', 'contact.phone'] };
  const stranger = { ...reach, purpose: 'marketing.partner', to: { party: 'Brightlist' } };
  for (const action of ['provide', 'sell', 'lease', 'share', 'trade']) {
    stage.decides(`Brightlist would have it: ${action}`, await api.seal(action, stranger), {
      refused: '2.a.1',
    });
  }
  const carrier = { ...reach, purpose: 'fulfilment', to: { party: 'Lantern-Post' } };
  stage.decides(
    'Lantern Post, which serves people here, would buy it',
    await api.seal('sell', carrier),
    {
      refused: '2.a.3',
    },
  );

  const wall = { ...reach, purpose: 'wish', to: 'public' };
  stage.decides('Somebody would post it for all to see', await api.act('publish', wall), {
    refused: '2.b.1',
  });

  const workshops = { ...reach, purpose: 'marketing.partner', to: { party: 'Gull-and-Quay' } };
  const share = (what: string, expected: Parameters<typeof stage.decides>[2]) =>
    api.seal('share', workshops).then((answer) => stage.decides(what, answer, expected));
  await share('Gull & Quay would tell Wen of its workshops', { refused: '2.a.1' });
  await wen.browser.send('/mine/choices', { matter: 'partner', answer: 'allow' });
  await share('Wen allows just that, on “What I allow”', { permitted: '2.c.6' });
  const consent = await standing(wen);
  await wen.browser.send('/mine/choices', { matter: 'partner', answer: 'withdraw', consent });
  await share('Wen takes it back', { refused: '2.a.1' });

  const news = { person, purpose: 'marketing.own', categories: ['contact.phone'], to: 'person' };
  stage.decides('The market sends Wen news of its own', await api.act('message', news), {
    permitted: '2.c.4',
  });
  await wen.browser.send('/mine/choices', { matter: 'own', answer: 'refuse' });
  stage.decides('Wen switches that off', await api.act('message', news), { refused: '2.c.5' });
  await campaign(day);
  await interests(day);
  await harvester(day);
}

/** A campaign goes out: to each by a decision of their own, and who is refused is counted by the sentence. */
async function campaign({ stage, api }: Day): Promise<void> {
  const texts = {
    en: { subject: 'Lamps at the harbour', text: 'New lamps have come in.' },
    'zh-CN': { subject: '海港新到灯具', text: '新到一批灯具。' },
  };
  const begun = await api.write<{ campaign: string }>('POST', '/v1/campaigns', { texts });
  await api.write('POST', '/v1/campaigns/send');
  const path = `/v1/campaigns/${begun.campaign}`;
  const { told, refused } = await api.get<Went>(path);
  await api.write('POST', `${path}/end`);
  const why = Object.entries(refused).map(([sentence, count]) => `${count} because of ${sentence}`);
  stage.holds(
    `A campaign goes to ${told}, each asked about; refused: ${why.join(', ')}`,
    told > 0 && (refused['2.c.5'] ?? 0) > 0,
  );
}

interface Went {
  readonly told: number;
  readonly refused: Readonly<Record<string, number>>;
}

/** What Wen looks at becomes a shelf, with the reason at each thing, until Wen has none of it. */
async function interests({ stage, api, wen }: Day): Promise<void> {
  const { person, browser } = wen;
  const goods = await browser.read('/');
  const pages = [...goods.matchAll(/href="(\/goods\/[\w-]+)/g)].map(([, page]) => ({ page }));
  await api.write('POST', '/v1/visits', { person, visits: pages.slice(0, 1) });
  const path = `/v1/subjects/${person}/interests`;
  const { decided } = await api.write<{ decided: Told }>('POST', `${path}/derive`);
  stage.decides('From the thing that Wen looked at, an interest', answerOf(decided), {
    permitted: '2.c.3',
  });
  const use = () => api.write<Told>('POST', `${path}/use`, { purpose: 'marketing.own' });
  stage.decides('It chooses what Wen is shown', answerOf(await use()), { permitted: '2.c.4' });
  const shelf = await browser.read('/');
  stage.holds('Each thing on the shelf says why', shelf.includes('because you looked at'));
  const { text } = await browser.send('/for-you/off');
  stage.holds('One click, and the shelf is gone', !text.includes('because you looked at'));
  stage.decides('Nor is it used for anything else', answerOf(await use()), { refused: '2.c.5' });
}

/** The consent that stands, as the page offers it for taking back. */
async function standing(who: Joined): Promise<string> {
  const page = await who.browser.read('/mine/choices');
  const [, consent] = /name="consent" value="([^"]+)"/.exec(page) ?? [];
  if (consent === undefined) throw new Differs('“What I allow” offers nothing to take back.');
  return consent;
}
