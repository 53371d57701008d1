import { clause, duty, information, sentence } from '@avow/policy';
import { words } from './vocabulary.ts';

const { publishChanges, announceMajor, askAgain } = words.duty;

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
  ),
];
