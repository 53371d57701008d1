/**
 * What we owe: along with an act (`.then(…)` of a permit), on an event (`on`), or standing. `withinDays`
 * is the deadline; without one the duty is due at once.
 */
export const duties = {
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

  // Clause 2: closing what was handed over, and harvesters.
  closeAfterService: {
    label: {
      en: 'close the seals when the service to you ends',
      'zh-CN': '对您的服务结束即封闭信息',
    },
    dpv: 'dpv:PermissionManagement',
    on: 'serviceEnded',
  },
  closeAfterEngagement: {
    label: {
      en: 'close all seals of a party when its contract ends',
      'zh-CN': '合同终止即封闭该方的全部信息',
    },
    dpv: 'dpv:PermissionManagement',
    on: 'engagementEnded',
  },
  closeAfterWithdrawal: {
    label: { en: 'close the seals when you withdraw', 'zh-CN': '您撤回许可即封闭信息' },
    dpv: 'dpv:PermissionManagement',
    on: 'withdrawn',
  },
  closeAfterErasure: {
    label: { en: 'close the seals when you are erased', 'zh-CN': '您的信息被删除即封闭信息' },
    dpv: 'dpv:PermissionManagement',
    on: 'erased',
  },
  deleteByParty: {
    label: { en: 'have the party delete and send a receipt', 'zh-CN': '要求该方删除并出具回执' },
    dpv: 'dpv:DataDeletionPolicy',
    on: 'engagementEnded',
    withinDays: 15,
  },
  recordViolation: {
    label: {
      en: 'record an attempt after the end as a violation',
      'zh-CN': '将终止后的访问企图记为违规',
    },
    dpv: 'dpv:SecurityIncidentRecord',
    on: 'openedAfterEnd',
  },
  watchForHarvest: {
    label: { en: 'watch for harvesting', 'zh-CN': '监测批量抓取' },
    dpv: 'dpv:MonitoringPolicy',
  },
  suspendHarvester: {
    label: { en: 'suspend a harvester everywhere at once', 'zh-CN': '立即在各处暂停抓取者' },
    dpv: 'dpv:PermissionManagement',
    on: 'harvestDetected',
  },
  hearAppeal: {
    label: { en: 'hear the appeal and undo what was wrong', 'zh-CN': '受理申诉并纠正错误' },
    dpv: 'dpv:ReviewProcedure',
    on: 'appealFiled',
    withinDays: 15,
  },
  giveReason: { label: { en: 'say why it is shown', 'zh-CN': '说明展示理由' }, dpv: 'dpv:Notice' },
  unsubscribeAtOnce: {
    label: { en: 'stop at one click', 'zh-CN': '一键退订' },
    dpv: 'dpv:OptingOutFromProcess',
    on: 'withdrawn',
  },

  // Clause 3: the desk.
  giveReceipt: {
    label: { en: 'give you a receipt', 'zh-CN': '向您出具回执' },
    dpv: 'dpv:ConsentReceipt',
  },
  showInCentre: {
    label: { en: 'show it in your privacy centre', 'zh-CN': '在您的隐私中心列明' },
    dpv: 'dpv:DashboardNotice',
  },
  tellPerson: { label: { en: 'tell you', 'zh-CN': '告知您' }, dpv: 'dpv:Notice', withinDays: 3 },
  tellUnlessBarred: {
    label: {
      en: 'tell you, or when the bar on telling ends',
      'zh-CN': '告知您；依法不得告知的，于限制解除后告知',
    },
    dpv: 'dpv:Notice',
    withinDays: 3,
  },
  countGround: {
    label: { en: 'count it publicly under its ground', 'zh-CN': '按依据公开计数' },
    dpv: 'dpv:RecordsOfActivities',
  },

  // Clauses 4 and 5: places and cookies.
  keepKeysInRegion: {
    label: { en: 'keep the keys of a region in it', 'zh-CN': '各地区的密钥不出该地区' },
    dpv: 'dpv:DataJurisdictionPolicy',
  },
  declareCookies: {
    label: { en: 'declare each cookie and stop the others', 'zh-CN': '登记每个 Cookie 并拦截其他' },
    dpv: 'dpv:PrivacyNotice',
  },
  removeCookies: {
    label: { en: 'remove what was set', 'zh-CN': '删除已写入的 Cookie' },
    dpv: 'dpv:Delete',
    on: 'withdrawn',
  },
  explainCookie: {
    label: { en: 'say just in time which cookie is needed', 'zh-CN': '在使用时说明所需的 Cookie' },
    dpv: 'dpv:JITNotice',
  },

  // Clause 6: security.
  hashPasswords: {
    label: { en: 'keep passwords as argon2id hashes', 'zh-CN': '以 argon2id 散列保存密码' },
    dpv: 'dpv:CryptographicKeyManagement',
  },
  sealPerPerson: {
    label: { en: 'seal data under keys of each person', 'zh-CN': '以每个人各自的密钥加密数据' },
    dpv: 'dpv:Encryption',
  },
  logAlterations: {
    label: { en: 'keep a log that shows alteration', 'zh-CN': '保存能显示篡改的日志' },
    dpv: 'dpv:LoggingPolicy',
  },
  drillRestore: {
    label: { en: 'back up, and practise restoring', 'zh-CN': '备份并演练恢复' },
    dpv: 'dpv:DisasterRecoveryProcedures',
  },
  showWhoSaw: {
    label: { en: 'show you who saw what, and when', 'zh-CN': '向您显示谁在何时看到了什么' },
    dpv: 'dpv:DashboardNotice',
  },
  warnBeforeSending: {
    label: {
      en: 'warn before contact details or a password are sent',
      'zh-CN': '在发送联系方式或密码前提醒',
    },
    dpv: 'dpv:JITNotice',
  },
  containLeak: {
    label: { en: 'contain a leak at once', 'zh-CN': '立即控制泄露' },
    dpv: 'dpv:IncidentManagementProcedures',
    on: 'leakReported',
  },

  // Clause 7: changes.
  publishChanges: {
    label: { en: 'publish each change in sentences', 'zh-CN': '逐句公布变更' },
    dpv: 'dpv:PrivacyNotice',
  },
  announceMajor: {
    label: { en: 'announce a major change 30 days ahead', 'zh-CN': '重大变更提前30天公告' },
    dpv: 'dpv:Notice',
  },
  askAgain: {
    label: {
      en: 'ask again where your choice no longer covers it',
      'zh-CN': '原有选择不再涵盖时重新征求',
    },
    dpv: 'dpv:ConsentManagement',
  },

  // Supplement.
  answerRights: {
    label: { en: 'answer a request about your rights', 'zh-CN': '答复您的权利请求' },
    dpv: 'dpv:DataSubjectRightsManagement',
    withinDays: 15,
  },
  eraseExpired: {
    label: { en: 'erase what is past its time', 'zh-CN': '删除超过保存期限的信息' },
    dpv: 'dpv:DataErasurePolicy',
  },
  eraseChild: {
    label: { en: 'erase what we should not hold of a child', 'zh-CN': '删除不应持有的儿童信息' },
    dpv: 'dpv:DataErasurePolicy',
    withinDays: 3,
  },
} as const;
