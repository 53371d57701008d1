/** Places, cookies, security, changes and the supplement. */
export const onUpkeep = {
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

  answerComments: {
    label: {
      en: 'answer the comments on a change in public',
      'zh-CN': '公开答复对变更的意见',
    },
    dpv: 'dpv:Notice',
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
