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
  lead: '这里只列出海港集市中许可我们邀请的人，许可撤回后即不再列出。未许可的人不在此列，我们也无从获取其信息。',
  none: '还没有人许可，因此平台没有向我们提供任何信息。',
  somebody: '一位已许可的人',
  open: '查看邀请对象',
  call: '查看电话号码',
  opened: '邀请',
  refused: '集市不准许',
};

const texts: Readonly<Record<Language, typeof en>> = { en, 'zh-CN': zh };
export const saidIn = (language: Language) => texts[language];
