import { answerOf, Differs, type Told } from './answer.ts';
import type { Day } from './cast.ts';
import type { Visitor } from './visitor.ts';

const personal = 'cookies.personal';

/** Clause 5: cookies, needed and not. */
export async function cookies(day: Day): Promise<void> {
  day.stage.chapter('5  Cookies');
  await ofAStranger(day);
  await ofSomebodyKnown(day);
}

/** Somebody without an account looks around, says yes, and takes it back. */
async function ofAStranger({ stage, arrive }: Day): Promise<void> {
  const browser = arrive();
  const answer = (said: 'accept' | 'reject') =>
    browser.send('/avow/choice', { purpose: personal, answer: said, lang: 'en' });
  const thing = await somethingOnOffer(browser);
  await answer('reject');
  await browser.read(thing);
  await browser.read('/?q=kite');
  stage.holds('A stranger rejects, looks and searches, and keeps no cookie', has(browser));

  await answer('accept');
  await browser.read(thing);
  stage.holds(
    'The stranger accepts: a cookie remembers it, one lists what was looked at',
    has(browser, 'market_choice', 'market_seen'),
  );
  const shelf = (await browser.read('/')).includes('You looked at these');
  stage.holds('and the goods looked at are on a shelf of their own', shelf);

  await answer('reject');
  stage.holds(
    'The stranger takes it back: both cookies are gone, HttpOnly as they are',
    has(browser),
  );
  stage.holds('and so is the shelf', !(await browser.read('/')).includes('You looked at these'));
}

/** Wen has an account, and chooses under it. */
async function ofSomebodyKnown({ stage, api, wen }: Day): Promise<void> {
  const { person } = wen;
  const decide = async (name: string, act: 'set' | 'read' = 'set') => {
    const path = `/v1/subjects/${person}/cookies/decisions`;
    return answerOf(await api.write<Told>('POST', path, { name, act }));
  };
  const choose = (answer: 'accept' | 'reject') =>
    api.write('POST', `/v1/subjects/${person}/cookies`, {
      purpose: personal,
      answer,
      language: 'en',
    });
  const yielded = { person, purpose: personal, categories: ['cookie.yield'] };

  stage.decides('The login sets its cookie', await decide('market_session'), {
    permitted: '5.a.1',
  });
  stage.decides('A cookie for personal service, unasked', await decide('market_seen'), {
    refused: 'P.1',
    ground: '5.a',
  });
  stage.decides('What such a cookie tells would be used', await api.act('use', yielded), {
    refused: 'P.1',
    ground: '5.c',
  });
  await choose('accept');
  stage.decides('Wen accepts it', await decide('market_seen'), { permitted: '5.a.2' });
  stage.decides('and what it tells may be used', await api.act('use', yielded), {
    permitted: '5.c.1',
  });
  await choose('reject');
  stage.decides('Wen rejects it', await decide('market_seen', 'read'), { refused: '5.b.1' });
  stage.decides('and what it told is used no more', await api.act('use', yielded), {
    refused: '5.c.1',
  });
  const unlisted = await api.write<Partial<Told> & { readonly by: string }>(
    'POST',
    `/v1/subjects/${person}/cookies/decisions`,
    { name: '_ga', act: 'set' },
  );
  stage.holds(
    'A cookie that nobody listed is no matter for a decision',
    unlisted.by === 'register',
  );
  await signalled(stage, api, person, decide);
}

/** The browser asks not to be tracked, after a yes that was given before. */
async function signalled(
  stage: Day['stage'],
  api: Day['api'],
  person: string,
  decide: (name: string) => Promise<ReturnType<typeof answerOf>>,
): Promise<void> {
  const choose = () =>
    api.write('POST', `/v1/subjects/${person}/cookies`, {
      purpose: personal,
      answer: 'accept',
      language: 'en',
    });
  await choose();
  await api.write('PUT', `/v1/subjects/${person}/browser`, { signalsOptOut: true });
  stage.decides('Wen’s browser asks not to be tracked', await decide('market_seen'), {
    refused: '5.b.2',
  });
  await choose();
  stage.decides('Wen says yes all the same', await decide('market_seen'), { permitted: '5.a.2' });
}

const has = (browser: Visitor, ...names: string[]) =>
  JSON.stringify(browser.cookies()) === JSON.stringify(names);

async function somethingOnOffer(browser: Visitor): Promise<string> {
  const [, path] = /href="(\/goods\/[^"?]+)/.exec(await browser.read('/')) ?? [];
  if (path === undefined) throw new Differs('Nothing is on offer.');
  return path;
}
