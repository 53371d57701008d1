/** Where it is kept: the places with servers and keys of their own (clause 4). */
export const regions = {
  home: { label: { en: 'mainland China', 'zh-CN': '中国大陆' }, country: 'CN' },
} as const;
