import { any, clause, definePolicy, permit, refuseTheRest, sentence } from '@avow/policy';
import { words } from '@avow/policy-market';

const { collect, store, show, publish } = words.action;
const { contactName: name, enterprise } = words.category;
const { platform, staff, public: everyone } = words.recipient;
const { account, keeping, security } = words.purpose;

/** A policy in the market's words that shows those who work here what others who do are called. */
export const naming = definePolicy({
  name: 'naming',
  vocabulary: words,
  parts: [{ id: '1', title: { en: 'Names', 'zh-CN': '姓名' } }],
  clauses: [
    clause(
      '1.a',
      { title: { en: 'Names', 'zh-CN': '姓名' } },
      sentence(
        { en: 'We keep the names of those who work here.', 'zh-CN': '我们保存工作人员的姓名。' },
        permit(collect).of(name).to(platform).for(account),
        permit(store).of(name).to(platform).for(keeping),
      ),
      sentence(
        { en: 'They see each other’s names.', 'zh-CN': '工作人员可以看到彼此的姓名。' },
        permit(show).of(name).to(staff).for(security),
      ),
      sentence(
        {
          en: 'What law makes public is read by anybody.',
          'zh-CN': '依法公开的信息任何人均可查看。',
        },
        permit(show, publish).of(enterprise).to(everyone).for(any),
      ),
      sentence({ en: 'That is all.', 'zh-CN': '仅此而已。' }, refuseTheRest()),
    ),
  ],
});
