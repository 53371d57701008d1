/** Care in general, versions and acceptance, and what comes in. */
export const onIntake = {
  // Preamble: care, versions, one acceptance.
  askLeast: {
    label: { en: 'ask for the fewest fields', 'zh-CN': '只收集必要信息' },
    dpv: 'dpv:DataGovernance',
  },
  meetDeadlines: {
    label: { en: 'leave no duty overdue', 'zh-CN': '不使任何义务逾期' },
    dpv: 'dpv:ComplianceMonitoring',
  },
  checkMeasures: {
    label: {
      en: 'check each measure on the running system',
      'zh-CN': '在运行中的系统上检查每项措施',
    },
    dpv: 'dpv:EffectivenessDeterminationProcedures',
  },
  nameVersion: {
    label: {
      en: 'name in each record the version that decided',
      'zh-CN': '每条记录注明所依据的政策版本',
    },
    dpv: 'dpv:DataProcessingRecord',
  },
  bindAcceptance: {
    label: {
      en: 'bind one acceptance to agreement, rules and policy as shown',
      'zh-CN': '一次接受即对应所展示的协议、规则和政策',
    },
    dpv: 'dpv:ConsentRecord',
  },

  // Clause 1: what comes in.
  dropUnlisted: {
    label: {
      en: 'drop and count what the list does not name',
      'zh-CN': '丢弃清单之外的内容并计数',
    },
    dpv: 'dpv:PrivacyByDefault',
  },
  trimPages: {
    label: {
      en: 'keep the address of a page without query or fragment',
      'zh-CN': '网页地址不保留查询参数和片段',
    },
    dpv: 'dpv:PrivacyByDefault',
  },
  dropShaped: {
    label: {
      en: 'drop a keyword shaped like a phone number, an identity number or an e-mail address',
      'zh-CN': '丢弃形似电话号码、身份证件号码或电子邮箱的关键词',
    },
    dpv: 'dpv:Anonymisation',
  },
  tellSource: {
    label: { en: 'tell you which partner it came from', 'zh-CN': '告知您信息来自哪个合作方' },
    dpv: 'dpv:PrivacyNotice',
    withinDays: 30,
  },
  rejectUnmatched: {
    label: {
      en: 'reject a row that matches no account with an acceptance',
      'zh-CN': '拒收与已接受协议的账号不相符的数据',
    },
    dpv: 'dpv:DataQualityManagement',
  },
} as const;
