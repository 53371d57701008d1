import type { Day } from './cast.ts';

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
