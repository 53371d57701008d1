/**
 * What a decision may turn on. Each is relative to the request at hand (*this* person, act, party,
 * order), is read by one provider (`from`) out of dated records, and may be true, false or unknown;
 * unknown never helps. docs/readings.md says for each provider what it reads. `obtainable` is what a
 * refusal may suggest; `audience` is who may learn of the fact from an answer.
 */
export const facts = {
  // The person's own word.
  accepted: {
    label: { en: 'you have accepted the agreement', 'zh-CN': '您已接受服务协议' },
    from: 'acceptance',
    obtainable: { by: 'person', how: { en: 'accept the agreement', 'zh-CN': '接受服务协议' } },
    audience: ['person', 'operator'],
  },
  permitted: {
    label: {
      en: 'you have allowed exactly this beforehand',
      'zh-CN': '您已事先明确许可这一行为',
    },
    from: 'consent',
    obtainable: {
      by: 'person',
      how: {
        en: 'allow this act for this party, this information and this purpose',
        'zh-CN': '就该接收方、该信息、该目的和该行为给予许可',
      },
    },
    audience: ['person', 'operator'],
  },
  refused: {
    label: { en: 'you have refused this', 'zh-CN': '您已拒绝' },
    from: 'refusal',
    audience: ['person', 'operator'],
  },
  self: {
    label: { en: 'you ask for your own information', 'zh-CN': '由您本人提出' },
    from: 'self',
    audience: ['person', 'operator', 'partner'],
  },
  device: {
    label: { en: 'the device is not joined to a person', 'zh-CN': '该设备尚未与个人关联' },
    from: 'device',
    audience: ['person', 'operator'],
  },
  childAlone: {
    label: {
      en: 'you are under fourteen and no guardian has agreed',
      'zh-CN': '您不满十四周岁且未经监护人同意',
    },
    from: 'age',
    audience: ['person', 'operator'],
  },

  // Parties, and what they do for the person.
  engaged: {
    label: {
      en: 'the party has a contract with us that is in force',
      'zh-CN': '该方与我们的合同有效',
    },
    from: 'engagement',
    obtainable: { by: 'operator', how: { en: 'engage the party', 'zh-CN': '与该方签订合同' } },
    audience: ['person', 'operator', 'partner'],
  },
  neededForPart: {
    label: {
      en: 'the contract of the party names this information for its part',
      'zh-CN': '合同载明该方履行其职责需要此项信息',
    },
    from: 'engagement.covers',
    implies: ['engaged'],
    audience: ['person', 'operator', 'partner'],
  },
  lawfulMeans: {
    label: {
      en: 'the partner has stated by what lawful means it came to the information',
      'zh-CN': '合作方已说明其取得信息的合法途径',
    },
    from: 'engagement.means',
    implies: ['engaged'],
    obtainable: {
      by: 'partner',
      how: { en: 'state the lawful means, with evidence', 'zh-CN': '说明合法途径并提供证据' },
    },
    audience: ['person', 'operator', 'partner'],
  },
  serving: {
    label: { en: 'the party is serving you now', 'zh-CN': '该方正在为您提供服务' },
    from: 'service',
    implies: ['engaged'],
    audience: ['person', 'operator'],
  },

  // An order and its two sides.
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

  // Cases: law, violations, complaints, published bases, support, leaks.
  ordered: {
    label: {
      en: 'a verified order of the authority covers this',
      'zh-CN': '经核实的机关文书涵盖此项内容',
    },
    from: 'authority.order',
    audience: ['operator'],
  },
  statutory: {
    label: { en: 'a registered duty in law covers this', 'zh-CN': '已登记的法定义务涵盖此项内容' },
    from: 'authority.duty',
    audience: ['operator'],
  },
  foreign: {
    label: { en: 'the authority is a foreign one', 'zh-CN': '该机关为境外机关' },
    from: 'authority.foreign',
    audience: ['operator'],
  },
  cleared: {
    label: {
      en: 'the approval that law asks for a foreign authority is on record',
      'zh-CN': '已取得向境外机关提供所需的批准',
    },
    from: 'authority.approval',
    audience: ['operator'],
  },
  approved: {
    label: { en: 'an operator has approved', 'zh-CN': '一名工作人员已批准' },
    from: 'approval',
    obtainable: {
      by: 'operator',
      how: { en: 'have an operator approve', 'zh-CN': '由一名工作人员批准' },
    },
    audience: ['operator'],
  },
  twoApprovals: {
    label: { en: 'two different operators have approved', 'zh-CN': '两名不同的工作人员已批准' },
    from: 'approvals',
    implies: ['approved'],
    obtainable: {
      by: 'operator',
      how: { en: 'have two different operators approve', 'zh-CN': '由两名不同的工作人员批准' },
    },
    audience: ['operator'],
  },
  violation: {
    label: {
      en: 'a violation of yours is upheld that names the third party which must know',
      'zh-CN': '指明应当知晓的第三方的违法违规认定已成立',
    },
    from: 'violation',
    audience: ['person', 'operator'],
  },
  complaint: {
    label: {
      en: 'your verified complaint about the one who receives this is open',
      'zh-CN': '您对接收方的投诉已核实且尚未结案',
    },
    from: 'complaint',
    audience: ['person', 'operator', 'requester'],
  },
  complainantAsked: {
    label: {
      en: 'you have asked that your complaint be passed on',
      'zh-CN': '您已要求转达您的投诉',
    },
    from: 'complaint.asked',
    implies: ['complaint'],
    obtainable: {
      by: 'person',
      how: { en: 'ask us to pass your complaint on', 'zh-CN': '要求我们转达您的投诉' },
    },
    audience: ['person', 'operator'],
  },
  basis: {
    label: {
      en: 'a published basis that has not ended covers this',
      'zh-CN': '已公布且仍有效的依据涵盖此项内容',
    },
    from: 'basis',
    audience: ['person', 'operator', 'partner', 'requester'],
  },
  handling: {
    label: {
      en: 'an open request or case of yours is assigned to this member of staff',
      'zh-CN': '该工作人员正在处理您的请求或案件',
    },
    from: 'case',
    obtainable: { by: 'operator', how: { en: 'have the case assigned', 'zh-CN': '分派该案件' } },
    audience: ['person', 'operator'],
  },
  leaked: {
    label: {
      en: 'a leak report about your account is open',
      'zh-CN': '关于您账号的泄露报告正在处理',
    },
    from: 'leak',
    audience: ['person', 'operator'],
  },

  // Places and browsers.
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
