/**
 * More patients than this, and somebody is curious rather than caring. The sentence that says so names the
 * numbers.
 */
export const watchLimits = { userHour: 30, userDay: 120, partyHour: 500, partyDay: 3_000 } as const;

/** What is owed for doing something, or done unasked. */
export const duties = {
  showWhoLooked: {
    label: { en: 'list it for you, with who looked and why', 'zh-CN': '向您列明何人因何查阅' },
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
  giveReceipt: {
    label: { en: 'give you a receipt', 'zh-CN': '向您提供凭证' },
    dpv: 'dpv:ConsentReceipt',
  },
  closeAfterEnd: {
    label: { en: 'close what was sent', 'zh-CN': '封闭已提供的信息' },
    dpv: 'dpv:PermissionManagement',
  },
  deleteByParty: {
    label: { en: 'have it deleted, with a receipt', 'zh-CN': '要求删除并出具回执' },
    dpv: 'dpv:DataDeletionPolicy',
    on: 'engagementEnded',
    withinDays: 30,
  },
  watchForHarvest: {
    label: { en: 'watch for curiosity', 'zh-CN': '监测无故查阅' },
    dpv: 'dpv:MonitoringPolicy',
    limits: watchLimits,
  },
  hearAppeal: {
    label: { en: 'hear whoever was suspended', 'zh-CN': '听取被暂停者的申诉' },
    dpv: 'dpv:ReviewProcedure',
    withinDays: 15,
  },
  bindAcceptance: {
    label: { en: 'note what you agreed to, as it was shown', 'zh-CN': '记录您所接受的内容' },
    dpv: 'dpv:ConsentRecord',
  },
  sealPerPerson: {
    label: { en: 'seal data under keys of each person', 'zh-CN': '以每个人各自的密钥加密数据' },
    dpv: 'dpv:Encryption',
  },
  logAlterations: {
    label: { en: 'keep a log that shows alteration', 'zh-CN': '保存能显示篡改的日志' },
    dpv: 'dpv:LoggingPolicy',
  },
  eraseExpired: {
    label: { en: 'erase what is past its time', 'zh-CN': '删除超过保存期限的信息' },
    dpv: 'dpv:DataErasurePolicy',
  },
  eraseAfterHold: {
    label: { en: 'erase it once law no longer asks for it', 'zh-CN': '法定保存期满后主动删除' },
    dpv: 'dpv:DataErasurePolicy',
    on: 'holdEnded',
  },
  publishChanges: {
    label: { en: 'publish each change in sentences', 'zh-CN': '逐句公布变更' },
    dpv: 'dpv:PrivacyNotice',
  },
} as const;
