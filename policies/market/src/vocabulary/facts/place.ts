/** Places and browsers. */
export const ofPlaces = {
  abroad: {
    label: {
      en: 'the place lies outside your country or where it was collected',
      'zh-CN': '该地点位于您所在国家（地区）或收集地之外',
    },
    from: 'place',
    audience: ['person', 'operator', 'partner'],
  },
  mechanism: {
    label: {
      en: 'a mechanism for this transfer is registered',
      'zh-CN': '已登记此项跨境传输的合规机制',
    },
    from: 'transfer',
    obtainable: {
      by: 'operator',
      how: { en: 'register the mechanism of the transfer', 'zh-CN': '登记跨境传输的合规机制' },
    },
    audience: ['person', 'operator', 'partner'],
  },
  blocked: {
    label: { en: 'your browser blocks cookies', 'zh-CN': '您的浏览器已阻止 Cookie' },
    from: 'browser.blocks',
    audience: ['person', 'operator'],
  },
  signalled: {
    label: {
      en: 'your browser asks that you not be tracked and you have not said otherwise since',
      'zh-CN': '您的浏览器要求不被追踪且您此后未另作选择',
    },
    from: 'browser.signal',
    audience: ['person', 'operator'],
  },
} as const;
