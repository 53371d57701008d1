import { definePolicy } from '@avow/policy';
import { preamble } from './0-preamble.ts';
import { scope } from './1-scope.ts';
import { using } from './2-use.ts';
import { disclosure } from './3-disclosure.ts';
import { storage } from './4-storage.ts';
import { cookieClauses } from './5-cookies.ts';
import { securing } from './6-security.ts';
import { changes } from './7-changes.ts';
import { cookies as register } from './cookies.ts';
import { harbourMarket, type MarketParameters } from './parameters.ts';
import { parts } from './parts.ts';
import { placesNamed, wordsIn } from './places.ts';
import { eprivacy } from './profiles/eprivacy.ts';
import { gdpr } from './profiles/gdpr.ts';
import { pipl } from './profiles/pipl.ts';
import { supplement } from './supplement.ts';
import type { words } from './vocabulary.ts';

export { outside } from './outside.ts';
export {
  type CookieChoice,
  harbourMarket,
  type MarketParameters,
  type MarketText,
} from './parameters.ts';
export type { MarketRegion } from './vocabulary/regions.ts';
export { words } from './vocabulary.ts';

/** The words of this policy as a type: what code that decides by it is typed by. */
export type MarketWords = typeof words.words;

/**
 * The privacy policy of a trading platform, for one platform's names, its choice about cookies and its
 * regions.
 */
export function marketPolicy(parameters: MarketParameters) {
  const { cookies, regions = ['home'], ...names } = parameters;
  return definePolicy({
    name: 'market',
    title: { en: '{product}: privacy policy', 'zh-CN': '{product}隐私政策' },
    vocabulary: wordsIn(regions),
    parameters: { ...names, places: placesNamed(regions) },
    parts,
    clauses: [
      ...preamble,
      ...scope,
      ...using,
      ...disclosure,
      ...storage,
      ...cookieClauses(cookies),
      ...securing,
      ...changes,
      ...supplement,
    ],
    cookies: register,
    profiles: [pipl(cookies), gdpr, eprivacy(cookies)],
  });
}

/** The policy of the example platform. */
export const policy = marketPolicy(harbourMarket);
