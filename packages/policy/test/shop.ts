import {
  all,
  any,
  clause,
  definePolicy,
  duty,
  enforced,
  forbid,
  information,
  never,
  not,
  permit,
  promise,
  refuseTheRest,
  sentence,
  vocabulary,
} from '../src/index.ts';

/** A small policy that uses every part of the language: a shop, its carriers and its advertisers. */
export const words = vocabulary({
  languages: ['en', 'zh-CN'],
  actions: {
    provide: { label: { en: 'provide', 'zh-CN': '提供' }, dpv: 'dpv:Share', outward: true },
    sell: { label: { en: 'sell', 'zh-CN': '出售' }, outward: true },
    use: { label: { en: 'use', 'zh-CN': '使用' }, dpv: 'dpv:Use' },
    export: { label: { en: 'export', 'zh-CN': '导出' } },
  },
  purposes: {
    service: { label: { en: 'service', 'zh-CN': '服务' } },
    'service.personal': { label: { en: 'personal service', 'zh-CN': '个性化服务' } },
    'service.marketing': { label: { en: 'marketing', 'zh-CN': '营销' } },
    fulfilment: { label: { en: 'fulfilment', 'zh-CN': '履约' } },
  },
  categories: {
    contact: { label: { en: 'contact details', 'zh-CN': '联系方式' }, retention: 'account' },
    'contact.phone': { label: { en: 'phone number', 'zh-CN': '电话号码' } },
    'contact.address': { label: { en: 'postal address', 'zh-CN': '邮寄地址' }, online: true },
    interest: { label: { en: 'interests', 'zh-CN': '兴趣' }, retention: 'short' },
  },
  recipients: {
    person: { label: { en: 'you', 'zh-CN': '您' } },
    platform: { label: { en: 'us', 'zh-CN': '我们' }, inside: true },
    carrier: { label: { en: 'the carrier', 'zh-CN': '承运人' } },
    unrelated: { label: { en: 'unrelated third parties', 'zh-CN': '无关第三方' } },
  },
  facts: {
    accepted: {
      label: { en: 'you have accepted the agreement', 'zh-CN': '您已接受协议' },
      from: 'acceptance',
      obtainable: { by: 'person', how: { en: 'accept the agreement', 'zh-CN': '接受协议' } },
      audience: ['person', 'operator', 'partner'],
    },
    permitted: {
      label: { en: 'you have permitted just this', 'zh-CN': '您已专门许可' },
      from: 'consent',
      obtainable: { by: 'person', how: { en: 'give permission', 'zh-CN': '给予许可' } },
      audience: ['person', 'operator'],
      implies: ['accepted'],
      excludes: ['refused'],
    },
    refused: {
      label: { en: 'you have refused', 'zh-CN': '您已拒绝' },
      from: 'refusal',
      audience: ['person', 'operator'],
    },
    serving: {
      label: { en: 'the party serves you now', 'zh-CN': '该方正在为您服务' },
      from: 'service',
      audience: ['person', 'operator', 'partner'],
    },
    self: {
      label: { en: 'you ask yourself', 'zh-CN': '由您本人提出' },
      from: 'self',
      audience: ['person', 'operator', 'partner'],
    },
  },
  duties: {
    notifyPerson: { label: { en: 'tell you', 'zh-CN': '告知您' }, withinDays: 3 },
    closeSeals: {
      label: { en: 'close what was handed over', 'zh-CN': '封闭已交付内容' },
      on: 'serviceEnded',
    },
  },
  retentions: {
    account: {
      label: { en: 'as long as the account', 'zh-CN': '与账户同期' },
      days: 30,
      from: 'end',
    },
    short: { label: { en: 'half a year', 'zh-CN': '半年' }, days: 180, from: 'collection' },
  },
  regions: { home: { label: { en: 'China', 'zh-CN': '中国' }, country: 'CN' } },
});

const { provide, sell, use, export: takeAway } = words.action;
const { service, serviceMarketing, fulfilment } = words.purpose;
const { contact, interest } = words.category;
const { person, platform, carrier, unrelated } = words.recipient;
const { accepted, permitted, refused, serving, self } = words.fact;
const { notifyPerson, closeSeals } = words.duty;

export const parts = [
  { id: 'P', title: { en: 'Preamble', 'zh-CN': '序言' } },
  { id: '2', title: { en: 'Use', 'zh-CN': '使用' } },
  { id: 'S', title: { en: 'Supplement', 'zh-CN': '补充' }, separate: true },
];

export const preamble = clause(
  'P',
  { title: { en: 'What this is', 'zh-CN': '说明' } },
  sentence(
    {
      en: 'What {product} does not say it may do, it does not do.',
      'zh-CN': '{product}未载明者，一概不为。',
    },
    refuseTheRest(),
  ),
  sentence({ en: 'Read this at leisure.', 'zh-CN': '请从容阅读。' }, information()),
);

export const outsiders = clause(
  '2.a',
  { title: { en: 'Outsiders', 'zh-CN': '外部各方' } },
  sentence(
    {
      en: 'No outsider gets anything unless you permitted just that.',
      'zh-CN': '未经您专门许可，外部各方一概不得获取。',
    },
    forbid(provide, sell).to(unrelated).unless(permitted),
    promise(never(provide, sell).to(unrelated).unless(permitted)),
    permit(provide)
      .of(contact, interest)
      .to(unrelated)
      .for(serviceMarketing)
      .when(permitted, not(refused))
      .owing(notifyPerson),
  ),
  sentence(
    { en: 'The carrier gets where to deliver.', 'zh-CN': '承运人获知送达之处。' },
    permit(provide).of(contact).to(carrier).for(fulfilment).when(all(accepted, serving)),
    duty(closeSeals),
  ),
);

export const inside = clause(
  '2.b',
  { title: { en: 'Ourselves', 'zh-CN': '我们自己' } },
  sentence(
    {
      en: 'We use what you gave us to serve you, unless you refused.',
      'zh-CN': '除非您拒绝，我们使用您提供的信息为您服务。',
    },
    permit(use).of(any).to(platform).for(service, fulfilment).when(accepted),
    forbid(use).for(serviceMarketing).when(refused),
  ),
  sentence(
    { en: 'Nobody is told twice.', 'zh-CN': '不重复告知。' },
    promise(
      enforced(
        { en: 'Each notice is sent once.', 'zh-CN': '每项通知只发送一次。' },
        { test: 'packages/shop/test/notice.test.ts' },
      ),
    ),
  ),
);

export const supplement = clause(
  'S.1',
  { title: { en: 'Your copy', 'zh-CN': '您的副本' } },
  sentence(
    { en: 'You may take a copy of everything.', 'zh-CN': '您可以取得全部信息的副本。' },
    permit(takeAway).of(any).to(person).for(any).when(self),
  ),
);

export const source = {
  name: 'shop',
  title: { en: 'Privacy at {product}', 'zh-CN': '{product}隐私政策' },
  vocabulary: words,
  parameters: { product: { en: 'Corner Shop', 'zh-CN': '街角小店' } },
  parts,
  clauses: [preamble, outsiders, inside, supplement],
  profiles: [
    {
      id: 'GDPR',
      marks: {
        '2.b.1': {
          mark: 'your-decision-needed',
          note: { en: 'Marketing may want consent.', 'zh-CN': '营销或需同意。' },
        },
      },
    },
  ],
} as const;

export const shop = definePolicy(source);
