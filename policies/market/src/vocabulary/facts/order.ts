/** An order and its two sides. */
export const ofOrders = {
  sides: {
    label: {
      en: 'you and the one who asks are the two sides of this order',
      'zh-CN': '您与请求人是该订单的双方',
    },
    from: 'order.side',
    audience: ['person', 'operator', 'requester'],
  },
  performed: {
    label: {
      en: 'the one who asks has performed its side wholly or in part',
      'zh-CN': '请求人已全部或部分履行义务',
    },
    from: 'order.performed',
    obtainable: {
      by: 'requester',
      how: { en: 'perform your side of the order', 'zh-CN': '履行您在订单中的义务' },
    },
    audience: ['person', 'operator', 'requester'],
  },
  asked: {
    label: {
      en: 'the one who asks has requested disclosure in this order',
      'zh-CN': '请求人已就该订单提出披露请求',
    },
    from: 'order.asked',
    obtainable: {
      by: 'requester',
      how: { en: 'request disclosure in the order', 'zh-CN': '在订单中提出披露请求' },
    },
    audience: ['person', 'operator', 'requester'],
  },
} as const;
