/** What the server's own pages say, beside the words of the policy. A missing one does not compile. */
export interface PageWords {
  readonly policy: string;
  readonly clauses: string;
  readonly documentation: string;
  readonly policyLead: string;
  readonly clausesLead: string;
  readonly inForce: string;
  readonly archived: string;
  readonly coming: string;
  readonly withdrawn: string;
  readonly newer: string;
  readonly contents: string;
  readonly versions: string;
  readonly versionsLead: string;
  readonly versionsMore: string;
  readonly feed: string;
  readonly major: string;
  readonly announcedOn: string;
  readonly changesTo: string;
  readonly noChange: string;
  readonly firstVersion: string;
  readonly reworded: (sentences: number) => string;
  readonly whole: string;
  readonly bySentence: string;
  readonly postponedTo: string;
  readonly comments: string;
  readonly commentCount: (count: number) => string;
  readonly commentsOpen: string;
  readonly comment: string;
  readonly answer: string;
  readonly unanswered: string;
  readonly read: string;
  readonly version: string;
  readonly versionOf: string;
  readonly from: string;
  readonly textDigest: string;
  readonly asData: string;
  readonly asMarkdown: string;
  readonly permits: string;
  readonly forbids: string;
  readonly promiseProven: (situations: number) => string;
  readonly promiseBroken: string;
  readonly promiseEnforced: string;
  readonly duty: string;
  readonly information: string;
  readonly rest: string;
  readonly permitted: string;
  readonly refused: string;
  readonly notBuilt: string;
  readonly measures: string;
  readonly measuresLead: string;
  readonly unsubscribe: string;
  readonly unsubscribeLead: (name: string) => string;
  readonly unsubscribeNow: string;
  readonly unsubscribed: string;
  readonly unsubscribedLead: (name: string) => string;
  readonly unsubscribeNobody: string;
  readonly unsubscribeNobodyLead: string;
  readonly notFound: string;
  readonly notFoundLead: string;
  readonly pages: string;
  readonly foot: string;
}

const en: PageWords = {
  policy: 'Privacy policy',
  clauses: 'Clauses at work',
  documentation: 'Documentation',
  policyLead:
    'This policy is carried out by a program. Whatever is done with your information cites one of these sentences, and a refusal does so too.',
  clausesLead:
    'Each sentence of the policy, what stands behind it in the program, and what it has decided so far.',
  inForce: 'In force since',
  archived: 'Archived; it was in force from',
  coming: 'Announced; it will be in force from',
  withdrawn: 'Taken back before its date; it never came into force',
  newer: 'Read the version in force',
  contents: 'Contents',
  versions: 'Versions',
  versionsLead:
    'Every version of the policy that there was or will be, with what it changed. The differences are computed from the rules that decide.',
  versionsMore: 'Versions and what they changed',
  feed: 'Follow the changes (Atom)',
  major: 'Major change',
  announcedOn: 'Announced on',
  changesTo: 'What it changed',
  noChange: 'Nothing that is permitted, kept or promised.',
  firstVersion: 'The first version.',
  reworded: (sentences) =>
    sentences === 1
      ? 'One sentence is new, gone or worded differently.'
      : `${sentences} sentences are new, gone or worded differently.`,
  whole: 'All of the change',
  bySentence: 'Sentence by sentence',
  postponedTo: 'put off to',
  comments: 'Comments',
  commentCount: (count) =>
    count === 0 ? 'No comments.' : count === 1 ? 'One comment.' : `${count} comments.`,
  commentsOpen: 'You can comment until its date.',
  comment: 'Write a comment',
  answer: 'Our answer to the comments',
  unanswered: 'They are not answered yet.',
  read: 'Read this version',
  version: 'Version',
  versionOf: 'Version:',
  from: 'From',
  textDigest: 'Text (SHA-256)',
  asData: 'As data',
  asMarkdown: 'As Markdown',
  permits: 'Rule: permits',
  forbids: 'Rule: forbids',
  promiseProven: (situations) =>
    `Promise, proven over ${situations.toLocaleString('en-GB')} situations`,
  promiseBroken: 'Promise, broken',
  promiseEnforced: 'Promise, enforced and tested',
  duty: 'Duty',
  information: 'Information: there is nothing to run',
  rest: 'Whatever no sentence permits is refused',
  permitted: 'permitted',
  refused: 'refused',
  notBuilt: 'Cannot be known yet, so what needs it is refused',
  measures: 'Measures',
  measuresLead:
    'What protects your information, each measure checked on the running system when you ask, with what it cannot do beside it.',
  unsubscribe: 'No more messages about products?',
  unsubscribeLead: (name) =>
    `One click, and ${name} writes to you about its products no more. What you must know about your account, your orders and your requests still comes.`,
  unsubscribeNow: 'Send me none of these any more',
  unsubscribed: 'It is done',
  unsubscribedLead: (name) =>
    `${name} writes to you about its products no more, from now on. If you want that again, allow it in your privacy centre.`,
  unsubscribeNobody: 'This link leads to nobody',
  unsubscribeNobodyLead:
    'It was cut short on its way, or whoever it was sent to has left: then nothing is sent to them any more.',
  notFound: 'There is nothing here',
  notFoundLead: 'The address leads nowhere. The policy can be read by anyone.',
  pages: 'About the policy',
  foot: 'The policy is carried out, and every decision recorded, by Avow.',
};

const zh: PageWords = {
  policy: '隐私政策',
  clauses: '条款的执行',
  documentation: '文档',
  policyLead: '本政策由程序执行。对您信息的每一次处理，以及每一次拒绝，都会注明依据下列哪一句。',
  clausesLead: '政策中的每一句、程序如何落实这一句，以及至今依据这一句作出的判定。',
  inForce: '生效日期',
  archived: '已归档；曾于此日起生效',
  coming: '已公告；将于此日起生效',
  withdrawn: '在生效日前已撤回，从未生效',
  newer: '阅读现行版本',
  contents: '目录',
  versions: '历次版本',
  versionsLead:
    '本政策过去和将来的各个版本，以及每个版本的变更内容。变更内容由据以判定的规则计算得出。',
  versionsMore: '历次版本及变更内容',
  feed: '订阅变更（Atom）',
  major: '重大变更',
  announcedOn: '公告日期',
  changesTo: '变更内容',
  noChange: '准许的事项、保存期限和承诺均无变化。',
  firstVersion: '首个版本。',
  reworded: (sentences) => `有 ${sentences} 句新增、删除或改写。`,
  whole: '查看全部变更',
  bySentence: '逐句对照',
  postponedTo: '推迟至',
  comments: '意见',
  commentCount: (count) => (count === 0 ? '暂无意见。' : `共 ${count} 条意见。`),
  commentsOpen: '生效日之前均可提出意见。',
  comment: '提出意见',
  answer: '我们对意见的答复',
  unanswered: '尚未答复。',
  read: '阅读此版本',
  version: '版本',
  versionOf: '版本：',
  from: '生效时间',
  textDigest: '文本指纹（SHA-256）',
  asData: '数据格式',
  asMarkdown: 'Markdown 格式',
  permits: '规则：准许',
  forbids: '规则：禁止',
  promiseProven: (situations) => `承诺，已在 ${situations.toLocaleString('zh-CN')} 种情形下证明`,
  promiseBroken: '承诺，未被遵守',
  promiseEnforced: '承诺，由系统执行并经测试',
  duty: '义务',
  information: '说明：无须程序执行',
  rest: '没有任何一句准许的，一律拒绝',
  permitted: '次准许',
  refused: '次拒绝',
  notBuilt: '目前无法得知，因此需要它的请求一律拒绝',
  measures: '保护措施',
  measuresLead: '保护您信息的各项措施。每一项都在您查看时于运行中的系统上检查，旁边写明其局限。',
  unsubscribe: '不再接收产品推广？',
  unsubscribeLead: (name) =>
    `点击一次，${name}便不再向您发送产品推广。有关您账号、订单和请求的必要通知仍会送达。`,
  unsubscribeNow: '不再向我发送此类消息',
  unsubscribed: '已办妥',
  unsubscribedLead: (name) =>
    `从现在起，${name}不再向您发送产品推广。若日后需要，可在隐私中心重新许可。`,
  unsubscribeNobody: '此链接无效',
  unsubscribeNobodyLead:
    '链接可能不完整，或者收件人已注销账号；如已注销，我们也不会再向其发送任何内容。',
  notFound: '此处没有内容',
  notFoundLead: '该地址不存在。任何人都可以阅读隐私政策。',
  pages: '关于政策',
  foot: '本政策由 Avow 执行，每一次判定均有记录。',
};

/** The words in the reader's language; English where these pages have no words of their own. */
export function pageWords(language: string): PageWords {
  return language.toLowerCase().startsWith('zh') ? zh : en;
}
