import type { Language } from '../look/words.ts';

const en = {
  name: 'Gull & Quay',
  title: 'Whom we may invite',
  lead: 'People of the harbour market who allowed it, and only as long as they do. Whoever has not allowed it is not here, and we have no way to ask for them.',
  none: 'Nobody has allowed us anything, so we were handed nothing.',
  somebody: 'Somebody who allowed it',
  open: 'Open whom to invite',
  call: 'Read the number',
  opened: 'An invitation',
  refused: 'The market does not let us',
};

const zh: typeof en = {
  name: '鸥埠工坊',
  title: '可以邀请的人',
  lead: '海港集市中已许可的人，且仅在其许可期间。未许可的人不在此列，我们也无从获取。',
  none: '没有人许可，因此没有交给我们任何信息。',
  somebody: '一位已许可的人',
  open: '查看邀请对象',
  call: '读取电话号码',
  opened: '邀请',
  refused: '集市不准许',
};

const texts: Readonly<Record<Language, typeof en>> = { en, 'zh-CN': zh };
export const saidIn = (language: Language) => texts[language];
