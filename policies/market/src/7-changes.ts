import { clause, duty, information, never, permit, promise, sentence } from '@avow/policy';
import { words } from './vocabulary.ts';

const { collect, store, use, show } = words.action;
const { rights, keeping } = words.purpose;
const { comment } = words.category;
const { platform, staff } = words.recipient;
const { accepted } = words.fact;
const { publishChanges, announceMajor, askAgain, answerComments } = words.duty;

/** How this policy changes. 7.b is supplied: the source breaks off before it says anything. */
export const changes = [
  clause(
    '7.a',
    { title: { en: 'We publish changes', 'zh-CN': '公布变更' } },
    sentence(
      {
        en: 'If we change this policy we publish the change here, and wherever else it fits, sentence by sentence, with a summary and a date.',
        'zh-CN': '本政策如有变更，我们会在此处及其他适当位置逐句公布，并附摘要和日期。',
      },
      duty(publishChanges),
    ),
    sentence(
      {
        en: 'From this page you understand how we collect and use your information, who can access it and when it is disclosed: it is made from the rules that decide.',
        'zh-CN':
          '您可以从本页了解我们如何收集和使用您的信息、谁可以访问、在什么情况下披露：本页内容即由作出判定的规则生成。',
      },
      information(),
    ),
  ),
  clause(
    '7.b',
    { title: { en: 'When changes come', 'zh-CN': '变更的时间' } },
    sentence(
      {
        en: 'We may change this policy at any time, so please look here often.',
        'zh-CN': '我们可能随时修改本政策，请您经常查看。',
      },
      information(),
    ),
    sentence(
      {
        en: 'A major change is announced on the site 30 days ahead, with a place for comments and a way out.',
        'zh-CN': '重大变更提前30天在网站公告，您可以提出意见，也可以选择退出。',
      },
      duty(announceMajor),
    ),
    sentence(
      {
        en: 'We ask you again only where your choice no longer covers what changes, and only about that.',
        'zh-CN': '只有在您原有的选择不再涵盖变更内容时，我们才就该内容重新征求您的意见。',
      },
      duty(askAgain),
    ),
    sentence(
      {
        en: 'Once you have accepted you may comment on an announced change until its date; a comment is yours to see and to take back, and we keep it for a year.',
        'zh-CN':
          '接受协议后，您可以在变更生效之前对其提出意见；您可以查看和撤回自己的意见，我们保存一年。',
      },
      permit(collect).of(comment).to(platform).for(rights).when(accepted),
      permit(store).of(comment).to(platform).for(keeping),
    ),
    sentence(
      {
        en: 'We read comments without the names of their authors, for nothing else than to answer them, and publish the answer with the change.',
        'zh-CN': '我们阅读意见时看不到作者姓名，意见仅用于答复，答复随变更一并公布。',
      },
      permit(use).of(comment).to(platform).for(rights),
      promise(never(show).of(comment).to(staff)),
      duty(answerComments),
    ),
  ),
];
