import type { Policy } from '@avow/policy';
import { type MarketWords, policy } from '@avow/policy-market';
import type { Market } from './place.ts';
import { DAY } from './place.ts';

type Made = Policy<MarketWords>;

/** A copy that a test may write in. */
type Writable<T> = { -readonly [K in keyof T]: T[K] extends object ? Writable<T[K]> : T[K] };

/** The market's policy with something changed in it. */
export function changed(change: (copy: Writable<Policy>) => void, from: Made = policy): Made {
  const copy = structuredClone(from) as unknown as Writable<Policy>;
  change(copy);
  return copy as unknown as Made;
}

/** Only words are other: a typo put right. */
export const reworded = (): Made =>
  changed((copy) => {
    copy.title = { en: 'A better title', 'zh-CN': '更好的标题' };
  });

/** A class of information is kept a year longer: a major change. */
export const longer = (retention: keyof MarketWords['retentions'], from?: Made): Made =>
  changed((copy) => {
    copy.vocabulary.retentions[retention]!.days += 365;
  }, from);

/** One more category, finer than one that there is, so that nothing new is permitted by it. */
export const withFax = (): Made =>
  changed((copy) => {
    copy.vocabulary.categories['contact.fax'] = {
      label: { en: 'fax number', 'zh-CN': '传真号码' },
      retention: 'account',
    };
  });

/** A class of retention or a region goes by another name: what was kept under the old one has no word. */
export const renamed = (kind: 'retentions' | 'regions', from: string, to: string): Made =>
  changed((copy) => {
    const words = copy.vocabulary[kind] as Record<string, unknown>;
    words[to] = words[from];
    delete words[from];
    for (const category of Object.values(copy.vocabulary.categories)) {
      if (kind === 'retentions' && category.retention === from) category.retention = to;
    }
  });

/** The market's policy without its clause 7.b, and without the word that only it speaks of. */
export const withoutComments = (): Made =>
  changed((copy) => {
    delete (copy.vocabulary.categories as Record<string, unknown>)['comment'];
    copy.clauses = copy.clauses.filter(({ id }) => id !== '7.b');
  });

export const summary = {
  en: 'We keep some things a year longer.',
  'zh-CN': '部分信息的保存期限延长一年。',
};

export const channels = ['centre', 'banner'] as const;

/** Announces a policy, in force so many days from now. */
export function announced(avow: Market, next: Made, now: number, days = 30) {
  return avow.policy.announce({ policy: next, summary, channels, from: now + days * DAY });
}
