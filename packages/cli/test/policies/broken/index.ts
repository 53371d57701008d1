import { clause, definePolicy, enforced, never, permit, promise, sentence } from '@avow/policy';
import { lending } from '../reading-room/lending.ts';
import { parts } from '../reading-room/parts.ts';
import { words } from '../reading-room/words.ts';

const { provide } = words.action;
const { research } = words.purpose;
const { loan } = words.category;
const { university } = words.recipient;
const { member, permitted } = words.fact;

/** Well formed, and wrong: a promise that a rule breaks, one whose test is not there, words backed by nothing. */
export default definePolicy({
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
          en: 'The university learns of your loans only if you permitted it.',
          'zh-CN': '只有你事先允许，大学才会得知你的借阅。',
        },
        permit(provide).of(loan).to(university).for(research).when(member),
        promise(never(provide).to(university).unless(permitted)),
      ),
      sentence(
        { en: 'Each handing over stands in our book.', 'zh-CN': '每次提供都记录在案。' },
        promise(
          enforced(
            { en: 'each handing over stands in our book', 'zh-CN': '每次提供都记录在案' },
            { test: 'test/no-such.test.ts' },
          ),
        ),
      ),
      sentence({ en: 'We care about your privacy.', 'zh-CN': '我们重视你的隐私。' }),
    ),
  ],
});
