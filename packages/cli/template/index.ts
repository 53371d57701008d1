import { definePolicy } from '@avow/policy';
import { clauses } from './clauses.ts';
import { words } from './words.ts';

/** The policy: what an application hands to `createAvow`, and what `avow check` and `avow start` take. */
export const policy = definePolicy({
  name: 'policy',
  title: { en: 'Privacy policy', 'zh-CN': '隐私政策' },
  vocabulary: words,
  parts: [
    { id: '1', title: { en: 'What we do', 'zh-CN': '我们做什么' } },
    { id: '2', title: { en: 'Others', 'zh-CN': '其他人' } },
    { id: '3', title: { en: 'You', 'zh-CN': '您' } },
    { id: '4', title: { en: 'The rest', 'zh-CN': '其余' } },
  ],
  clauses,
});
