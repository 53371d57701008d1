import type { CookieDecided, PersonId } from '../src/index.ts';
import type { Market } from './place.ts';

/** A browser behind which nobody is known, and what can be asked and chosen about its cookies. */
export async function visitor(avow: Market) {
  const { person } = await avow.subjects.create({ kind: 'device' });
  return visiting(avow, person);
}

/** The cookies of somebody: the needed one of a login, and the optional one of what was looked at. */
export function visiting(avow: Market, person: PersonId) {
  return {
    person,
    needed: async () => known(await avow.cookies.set({ person, name: 'market_session' })),
    optional: async () => known(await avow.cookies.set({ person, name: 'market_seen' })),
    read: async () => known(await avow.cookies.read({ person, name: 'market_seen' })),
    choose: (answer: 'accept' | 'reject') =>
      avow.cookies.choose({ person, purpose: 'cookies.personal', answer, language: 'en' }),
    finds: (found: { readonly blocksCookies?: boolean; readonly signalsOptOut?: boolean }) =>
      avow.subjects.browser(person, found),
  };
}

function known(decided: CookieDecided) {
  if (!('entry' in decided)) throw new Error('the register lacks a cookie of this test');
  return decided;
}
