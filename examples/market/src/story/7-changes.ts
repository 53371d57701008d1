import { randomUUID } from 'node:crypto';
import { answerOf, answerOn, Differs, type Told } from './answer.ts';
import type { Day } from './cast.ts';

const DAY = 24 * 3_600_000;

/** As much of a policy as the change of the day touches. */
interface Editable {
  readonly vocabulary: { readonly retentions: { readonly visit: { days: number } } };
}

/** Clause 7: which version decided; and a major change that is announced, commented on and taken back. */
export async function changes(day: Day): Promise<void> {
  const { stage, api, wen } = day;
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
  await announcing(day);
}

async function announcing({ stage, api, wen, lan }: Day): Promise<void> {
  const policy = JSON.parse(await wen.browser.read('/policy.json')) as Editable;
  policy.vocabulary.retentions.visit.days += 365;
  const told = (days: number) => ({
    policy,
    summary: { en: 'We keep visits a year longer.', 'zh-CN': '访问信息多保存一年。' },
    channels: ['page', 'centre', 'banner'],
    from: new Date(Date.now() + days * DAY).toISOString(),
  });
  const announcements = '/v1/policy/announcements';
  stage.holds(
    'a major change is not announced for tomorrow, nor without a summary in each language',
    (await api.turnedAway('POST', announcements, told(1))) === 'AVOW_INPUT' &&
      (await api.turnedAway('POST', announcements, { ...told(31), summary: { en: 'x' } })) ===
        'AVOW_INPUT',
  );
  const announced = await api.write<Announced>('POST', announcements, told(31));
  const path = `${announcements}/${announced.version}`;
  const [front, messages, feed] = [
    await lan.browser.read('/'),
    await lan.browser.read('/mine/messages'),
    await lan.browser.read('/policy/changes.atom?lang=en'),
  ];
  stage.holds(
    'announced for 31 days from now, it is told on every page, in the messages and in the feed',
    front.includes('class="notice"') &&
      [messages, feed].every((text) => text.includes('We keep visits a year longer.')),
  );
  const history = await lan.browser.read('/mine/history');
  stage.holds('that Lan saw the message is in Lan’s history', history.includes('shown to you'));

  const { version } = announced;
  const said = await lan.browser.send('/mine/comments', {
    version,
    said: 'Too long.',
    sentence: 'S.5.2',
    once: randomUUID(),
  });
  stage.decides('Lan comments on one sentence of it', answerOn(said.text), { permitted: '7.b.4' });
  const look = await api.write<Told>('POST', `/v1/acts/show`, {
    ...{
      person: lan.person,
      purpose: 'support',
      categories: ['comment'],
      to: { party: 'insurer' },
    },
  });
  stage.decides('An insurer would read who said what', answerOf(look), {
    refused: 'P.1',
    ground: '7.b',
  });
  const read = await api.get<{ comments: readonly { text: string }[] }>(`${path}/comments`);
  stage.holds(
    'the platform reads the comments without their authors',
    read.comments.some(({ text }) => text === 'Too long.') &&
      !JSON.stringify(read).includes(lan.person),
  );
  await lan.browser.send('/mine/change', { version, answer: 'later' });
  stage.holds(
    'Lan answers later, and is not asked on every page any more',
    !(await lan.browser.read('/')).includes('class="notice"'),
  );

  const answer = { en: 'You are right: it stays.', 'zh-CN': '您说得对：维持不变。' };
  await api.write('PUT', `${path}/answer`, { answer });
  const taken = await api.write<Announced>('DELETE', path);
  if (taken.state !== 'withdrawn') throw new Differs('What was announced is not taken back.');
  const whole = await wen.browser.read(`/policy/versions/${version}?lang=en`);
  stage.holds(
    'it is taken back, with an answer to the comments; nobody is asked any more',
    whole.includes(answer.en) && !(await wen.browser.read('/')).includes('class="notice"'),
  );
}

/** As much of an announcement as the story looks at. */
interface Announced {
  readonly version: string;
  readonly state: string;
}
