import type { Language } from '../look/words.ts';

const en = {
  name: 'Lantern Post',
  title: 'Parcels',
  lead: 'What the harbour market handed us is sealed. We open a label when we print it, and have to ask the market each time.',
  none: 'No parcel has been handed to us.',
  parcel: (order: string) => `Parcel for order ${order}`,
  print: 'Print the label',
  call: 'Call the recipient',
  label: (order: string) => `Label for order ${order}`,
  number: (order: string) => `Recipient of order ${order}`,
  numberLead: 'Read through the market just now. We hold no number.',
  refused: 'The market does not let us',
};

const zh: typeof en = {
  name: '灯塔速递',
  title: '包裹',
  lead: '海港集市提供给我们的信息都经过加密。我们打印面单时才查看，每次都须经其准许。',
  none: '还没有包裹。',
  parcel: (order) => `订单 ${order} 的包裹`,
  print: '打印面单',
  call: '联系收件人',
  label: (order) => `订单 ${order} 的面单`,
  number: (order) => `订单 ${order} 的收件人`,
  numberLead: '刚刚经由集市查看。我们不持有该号码。',
  refused: '集市不准许',
};

const texts: Readonly<Record<Language, typeof en>> = { en, 'zh-CN': zh };
export const saidIn = (language: Language) => texts[language];
