import { any, clause, definePolicy, never, permit, promise, sentence } from '@avow/policy';
import { lending } from '../reading-room/lending.ts';
import { parts } from '../reading-room/parts.ts';
import { words } from '../reading-room/words.ts';

const { provide } = words.action;
const { delivery, research } = words.purpose;
const { readerName, loan } = words.category;
const { courier, university, unrelated } = words.recipient;
const { member, delivering } = words.fact;

/** The policy a year on: the courier learns less, the university more. Exported by name, as one may. */
export const policy = definePolicy({
  name: 'reading-room',
  title: { en: 'The Reading Room', 'zh-CN': '阅览室' },
  vocabulary: words,
  parts,
  clauses: [
    lending,
    clause(
      '2.a',
      { title: { en: 'Outside', 'zh-CN': '对外' } },
      sentence(
        {
          en: 'Whoever delivers a book to you learns your name.',
          'zh-CN': '为你送书的人会得到你的姓名。',
        },
        permit(provide).of(readerName).to(courier).for(delivery).when(delivering),
      ),
      sentence(
        {
          en: 'The university learns of the loans of all members, for research.',
          'zh-CN': '大学会为研究得知所有会员的借阅。',
        },
        permit(provide).of(loan).to(university).for(research).when(member),
      ),
      sentence(
        { en: 'Nobody else learns anything.', 'zh-CN': '其他人一无所知。' },
        promise(never(provide).of(any).to(unrelated)),
      ),
    ),
  ],
});
