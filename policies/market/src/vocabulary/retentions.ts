/**
 * How long each kind is kept. A category has exactly one class, and a person has one key per class,
 * so that the end of a class can be enforced on its own. `end` is the end of what it was needed for:
 * the account, or the order or case.
 */
export const retentions = {
  account: {
    label: { en: '30 days after the account ends', 'zh-CN': '账号终止后30天' },
    days: 30,
    from: 'end',
  },
  credential: {
    label: { en: 'one day after the account ends', 'zh-CN': '账号终止后1天' },
    days: 1,
    from: 'end',
  },
  // Six months: the least that article 21(3) of China's Cybersecurity Law asks for network logs.
  visit: { label: { en: '184 days', 'zh-CN': '184天' }, days: 184, from: 'collection' },
  cookie: { label: { en: '90 days', 'zh-CN': '90天' }, days: 90, from: 'collection' },
  interest: { label: { en: '90 days', 'zh-CN': '90天' }, days: 90, from: 'collection' },
  partner: { label: { en: '180 days', 'zh-CN': '180天' }, days: 180, from: 'collection' },
  search: { label: { en: '90 days', 'zh-CN': '90天' }, days: 90, from: 'collection' },
  // Three years: the general limitation period of article 188 of the Civil Code, and what article 31
  // of the E-Commerce Law asks for the records of orders.
  case: {
    label: { en: 'three years after the order or case ends', 'zh-CN': '订单或案件结束后三年' },
    days: 1096,
    from: 'end',
  },
  message: { label: { en: 'three years', 'zh-CN': '三年' }, days: 1096, from: 'collection' },
  comment: { label: { en: 'a year', 'zh-CN': '一年' }, days: 365, from: 'collection' },
  history: { label: { en: 'three years', 'zh-CN': '三年' }, days: 1096, from: 'collection' },
} as const;
