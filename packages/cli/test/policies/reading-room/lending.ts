import { clause, information, permit, refuseTheRest, sentence } from '@avow/policy';
import { words } from './words.ts';

const { collect } = words.action;
const { lending: toLend } = words.purpose;
const { reader, loan } = words.category;
const { library } = words.recipient;
const { member } = words.fact;

export const lending = clause(
  '1.a',
  { title: { en: 'Lending', 'zh-CN': '借阅' } },
  sentence(
    {
      en: 'While you are a member we keep what lending needs.',
      'zh-CN': '在你是会员期间，我们保存借阅所需的信息。',
    },
    permit(collect).of(reader, loan).to(library).for(toLend).when(member),
  ),
  sentence(
    {
      en: 'What no sentence here permits, we do not do.',
      'zh-CN': '此处没有一句话允许的事，我们不做。',
    },
    refuseTheRest(),
  ),
  sentence(
    { en: 'We have lent books since 1921.', 'zh-CN': '我们自一九二一年起出借图书。' },
    information(),
  ),
);
