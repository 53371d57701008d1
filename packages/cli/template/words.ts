import { vocabulary } from '@avow/policy';

/**
 * Every word that the policy is made of, each with the concept of the Data Privacy Vocabulary that it is
 * (https://w3id.org/dpv), where there is one. A few names are the library's own: the comments say which.
 */
export const words = vocabulary({
  languages: ['en', 'zh-CN'],

  // What is done with information. The library does `collect` with `store`, and `edit`, `export`, `erase`.
  actions: {
    collect: { label: { en: 'collect', 'zh-CN': '收集' }, dpv: 'dpv:Collect' },
    store: { label: { en: 'store', 'zh-CN': '存储' }, dpv: 'dpv:Store' },
    use: { label: { en: 'use', 'zh-CN': '使用' }, dpv: 'dpv:Use' },
    provide: {
      label: { en: 'provide', 'zh-CN': '提供' },
      dpv: 'dpv:MakeAvailable',
      outward: true,
    },
    open: { label: { en: 'open', 'zh-CN': '查看' }, dpv: 'dpv:Access', outward: true },
    show: { label: { en: 'show', 'zh-CN': '展示' }, dpv: 'dpv:Display', outward: true },
    edit: { label: { en: 'correct', 'zh-CN': '更正' }, dpv: 'dpv:Alter' },
    export: { label: { en: 'export', 'zh-CN': '导出' }, dpv: 'dpv:Export', outward: true },
    erase: { label: { en: 'erase', 'zh-CN': '删除' }, dpv: 'dpv:Erase' },
  },

  // What it is done for. What is collected is kept for `keeping`; people have their `rights`.
  purposes: {
    account: { label: { en: 'your account', 'zh-CN': '您的账号' } },
    delivery: { label: { en: 'to deliver what you ordered', 'zh-CN': '派送您订购的商品' } },
    newsletter: { label: { en: 'news of our products', 'zh-CN': '向您介绍我们的产品' } },
    keeping: { label: { en: 'to keep it', 'zh-CN': '保存' } },
    rights: { label: { en: 'your own rights', 'zh-CN': '您自己的权利' } },
  },

  // What there is of somebody; dots would make a tree, as in `contact.email`. `history`: what was done.
  categories: {
    name: { label: { en: 'name', 'zh-CN': '姓名' }, dpv: 'pd:Name', retention: 'account' },
    email: {
      label: { en: 'e-mail address', 'zh-CN': '电子邮箱' },
      dpv: 'pd:EmailAddress',
      retention: 'account',
    },
    address: {
      label: { en: 'postal address', 'zh-CN': '邮寄地址' },
      dpv: 'pd:PhysicalAddress',
      retention: 'account',
    },
    history: {
      label: { en: 'the record of what was done', 'zh-CN': '处理记录' },
      retention: 'history',
    },
  },

  // Who gets it, as a class. Nobody says which class somebody is of: engagements on record do.
  recipients: {
    person: { label: { en: 'you', 'zh-CN': '您本人' }, inside: true },
    platform: { label: { en: 'us', 'zh-CN': '本店' }, inside: true },
    carrier: { label: { en: 'the carrier', 'zh-CN': '承运方' } },
    unrelated: { label: { en: 'anyone else', 'zh-CN': '其他任何人' } },
  },

  // What a decision may turn on: each is read from dated records by the provider that `from` names.
  facts: {
    accepted: {
      label: { en: 'you accepted this policy', 'zh-CN': '您已接受本政策' },
      from: 'acceptance',
      obtainable: { by: 'person', how: { en: 'accept this policy', 'zh-CN': '接受本政策' } },
      audience: ['person', 'operator'],
    },
    permitted: {
      label: { en: 'you allowed it beforehand', 'zh-CN': '您事先许可' },
      from: 'consent',
      obtainable: { by: 'person', how: { en: 'allow it', 'zh-CN': '许可这样做' } },
      audience: ['person', 'operator'],
    },
    serving: {
      label: { en: 'it is delivering an order of yours', 'zh-CN': '它正在派送您的订单' },
      from: 'service',
      audience: ['person', 'operator'],
    },
    self: {
      label: { en: 'it is you who asks', 'zh-CN': '提出请求的是您本人' },
      from: 'self',
      audience: ['person', 'operator'],
    },
  },

  duties: {
    eraseExpired: {
      label: { en: 'delete what is past its time', 'zh-CN': '删除超过期限的信息' },
      on: 'each hour',
    },
  },

  // How long each category is kept: counted from its collection, or from the end of the account.
  retentions: {
    account: {
      label: { en: '30 days after your account ends', 'zh-CN': '账号终止后30天' },
      days: 30,
      from: 'end',
    },
    history: { label: { en: 'three years', 'zh-CN': '三年' }, days: 1096, from: 'collection' },
  },

  // Where it is kept: put the country of your servers here (ISO 3166-1).
  regions: { home: { label: { en: 'here', 'zh-CN': '本地' }, country: 'CN' } },
});
