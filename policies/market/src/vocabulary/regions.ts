/**
 * Where it is kept: the places with servers and keys of their own (clause 4). A platform names those that
 * it has; the policy of the examples has the first alone.
 */
export const regions = {
  home: { label: { en: 'mainland China', 'zh-CN': '中国大陆' }, country: 'CN' },
  eu: { label: { en: 'Germany', 'zh-CN': '德国' }, country: 'DE' },
} as const;

/** The name of a region. */
export type MarketRegion = keyof typeof regions;
