import { clause, definePolicy, permit, sentence } from '@avow/policy';
import { parts } from '../reading-room/parts.ts';
import { words } from '../reading-room/words.ts';

const { provide } = words.action;
const { research } = words.purpose;
const { loan } = words.category;
const { university } = words.recipient;

/** Does not hold together: a clause in no part, a parameter without a value, nothing that refuses the rest. */
export default definePolicy({
  name: 'reading-room',
  vocabulary: words,
  parts,
  clauses: [
    clause(
      '3.a',
      { title: { en: 'Outside', 'zh-CN': '对外' } },
      sentence(
        { en: '{university} learns of your loans.', 'zh-CN': '{university}会得知你的借阅。' },
        permit(provide).of(loan).to(university).for(research),
      ),
    ),
  ],
});
