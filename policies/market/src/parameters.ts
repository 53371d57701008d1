import type { TextIn } from '@avow/policy';
import type { MarketRegion } from './vocabulary/regions.ts';

/** A text in the two languages of this policy. */
export type MarketText = TextIn<'en' | 'zh-CN'>;

/** When optional cookies are set: after a yes, or until a no. The second is the source's own way. */
export type CookieChoice = 'ask-first' | 'unless-refused';

/** What differs from one trading platform to the next. */
export interface MarketParameters {
  /** Name of the product. */
  readonly product: MarketText;
  /** Name of the company that decides why and how information is handled. */
  readonly operator: MarketText;
  /** Names of its affiliates, as they stand in a sentence. */
  readonly affiliates: MarketText;
  /** Where people reach customer service. */
  readonly customerService: MarketText;
  readonly cookies: CookieChoice;
  /**
   * The regions that the platform has servers in, each a deployment of its own; absent: `home` alone, which
   * is then the region of whoever names none. One more is a major change.
   */
  readonly regions?: readonly [MarketRegion, ...MarketRegion[]];
}

/** The platform of the examples; it does not exist. */
export const harbourMarket: MarketParameters = {
  product: { en: 'Harbour Market', 'zh-CN': '海港集市' },
  operator: { en: 'Harbour Market Ltd', 'zh-CN': '海港集市科技有限公司' },
  affiliates: { en: 'Harbour Storage Ltd', 'zh-CN': '海港仓储有限公司' },
  customerService: {
    en: 'customer service (help@harbour.example)',
    'zh-CN': '客户服务（help@harbour.example）',
  },
  cookies: 'ask-first',
};
