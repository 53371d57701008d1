/** The languages of the partners' pages. */
export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

/** What all partners' pages say. */
const en = {
  languages: 'Languages',
  asked: 'What we asked, and what the platform answered',
  none: 'Nothing yet.',
  when: 'When',
  order: 'Order',
  what: 'What',
  answer: 'Answer',
  open: 'to open it',
  read: 'to read it through the platform',
  permitted: 'permitted',
  refused: 'refused',
  because: 'because',
  handedAt: 'handed over',
  colon: ': ',
  until: (moment: string) => `This page forgets it at ${moment}.`,
  forgets:
    'It is not kept here. Whoever needs it again asks again, and that is on record each time.',
  empty: 'Nothing of it is held.',
  back: 'Back',
  missingTitle: 'There is nothing here',
  missing: 'We were not handed this, or it is not ours to open.',
  brokenTitle: 'That did not work',
  broken: 'Nothing was opened. Please try again in a moment. Code:',
  categories: {
    'contact.name': 'Name',
    'contact.phone': 'Phone number',
    'contact.address': 'Postal address',
    'contact.email': 'E-mail address',
  } as Readonly<Record<string, string>>,
};

export type Words = typeof en;

const zh: Words = {
  languages: '语言',
  asked: '我们的请求和平台的答复',
  none: '暂无。',
  when: '时间',
  order: '订单',
  what: '内容',
  answer: '答复',
  open: '查看',
  read: '经由平台查看',
  permitted: '已准许',
  refused: '已拒绝',
  because: '依据',
  handedAt: '提供时间',
  colon: '：',
  until: (moment) => `本页内容保留至 ${moment}。`,
  forgets: '此后不作保存。如需再次查看须重新请求，每次都有记录。',
  empty: '其中没有任何信息。',
  back: '返回',
  missingTitle: '这里没有内容',
  missing: '平台没有向我们提供这一项，或我们无权查看。',
  brokenTitle: '未能完成',
  broken: '没有查看任何内容。请稍后再试。代码：',
  categories: {
    'contact.name': '姓名',
    'contact.phone': '电话号码',
    'contact.address': '邮寄地址',
    'contact.email': '电子邮箱',
  },
};

const texts: Readonly<Record<Language, Words>> = { en, 'zh-CN': zh };

export const wordsIn = (language: Language): Words => texts[language];
