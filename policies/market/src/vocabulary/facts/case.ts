/** Law, approvals, violations, complaints, published bases, holds, support and leaks. */
export const ofCases = {
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
    obtainable: {
      by: 'operator',
      how: { en: 'have the complaint verified', 'zh-CN': '由工作人员核实投诉' },
    },
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
    obtainable: {
      by: 'operator',
      how: {
        en: 'publish a basis that covers this',
        'zh-CN': '公布涵盖此项内容的依据',
      },
    },
    audience: ['person', 'operator', 'partner', 'requester'],
  },
  onHold: {
    label: {
      en: 'a legal hold on this information stands',
      'zh-CN': '该信息正受法定保全约束',
    },
    from: 'hold',
    audience: ['person', 'operator'],
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
} as const;
