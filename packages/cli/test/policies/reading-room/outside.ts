import { clause, duty, enforced, forbid, never, permit, promise, sentence } from '@avow/policy';
import { words } from './words.ts';

const { provide } = words.action;
const { delivery, research } = words.purpose;
const { readerName, readerAddress, loan } = words.category;
const { courier, university, unrelated } = words.recipient;
const { permitted, delivering } = words.fact;
const { tellReader } = words.duty;

export const outside = clause(
  '2.a',
  { title: { en: 'Outside', 'zh-CN': '对外' } },
  sentence(
    {
      en: 'Whoever delivers a book to you learns your name and address, and we tell you.',
      'zh-CN': '为你送书的人会得到你的姓名和地址，我们会告知你。',
    },
    permit(provide)
      .of(readerName, readerAddress)
      .to(courier)
      .for(delivery)
      .when(delivering)
      .owing(tellReader),
    duty(tellReader),
  ),
  sentence(
    {
      en: 'The university learns of your loans, for research, only if you permitted it.',
      'zh-CN': '只有你事先允许，大学才会为研究得知你的借阅。',
    },
    permit(provide).of(loan).to(university).for(research).when(permitted),
    promise(never(provide).to(university).unless(permitted)),
  ),
  sentence(
    {
      en: 'Nobody else learns anything, and each handing over stands in our book.',
      'zh-CN': '其他人一无所知；每次提供都记录在案。',
    },
    forbid(provide).to(unrelated),
    promise(never(provide).to(unrelated)),
    promise(
      enforced(
        { en: 'each handing over stands in our book', 'zh-CN': '每次提供都记录在案' },
        { test: 'test/transcripts.test.ts' },
      ),
    ),
  ),
);
