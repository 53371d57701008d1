/** How long each kind is kept. `end` is the end of the agreement. */
export const retentions = {
  // Fifteen years: article 29 of China's rules on medical records (2013), for outpatients.
  record: {
    label: { en: '15 years after the agreement ends', 'zh-CN': '协议终止后15年' },
    days: 5_479,
    from: 'end',
  },
  registration: {
    label: { en: '90 days after the agreement ends', 'zh-CN': '协议终止后90天' },
    days: 90,
    from: 'end',
  },
  appointment: { label: { en: 'three years', 'zh-CN': '三年' }, days: 1_096, from: 'collection' },
  bill: { label: { en: 'ten years', 'zh-CN': '十年' }, days: 3_653, from: 'collection' },
  cookie: { label: { en: 'a day', 'zh-CN': '一天' }, days: 1, from: 'collection' },
  history: { label: { en: '15 years', 'zh-CN': '15年' }, days: 5_479, from: 'collection' },
} as const;
