/** What the page of the policy says beside its sentences. A missing one does not compile. */
export interface PolicyWords {
  /** `month`: as the reader writes it, with its year. */
  readonly inMonth: (month: string) => string;
  readonly counting: string;
  readonly thisMonth: string;
  readonly permitted: (count: string) => string;
  readonly refused: (count: string) => string;
  readonly comma: string;
  readonly sentences: string;
  readonly each: string;
  readonly promises: string;
  readonly kept: (proven: string, tested: string) => string;
  readonly broken: (count: string) => string;
  readonly forMe: string;
  readonly forMeLead: string;
  readonly keptBy: (kinds: string) => string;
  readonly kinds: Readonly<Record<BackingKind, string>>;
}

/** What keeps a sentence, as a reader tells it apart. */
export type BackingKind = 'rule' | 'proven' | 'broken' | 'tested' | 'duty' | 'information';

const en: PolicyWords = {
  inMonth: (month) => `Decisions in ${month}`,
  counting: 'is being counted',
  thisMonth: 'This month: ',
  permitted: (count) => `${count} permitted`,
  refused: (count) => `${count} refused`,
  comma: ', ',
  sentences: 'Sentences',
  each: 'each has a link of its own, and something that keeps it',
  promises: 'Promises',
  kept: (proven, tested) =>
    `${proven} proven over every decision there can be, ${tested} enforced and tested; none is broken`,
  broken: (count) => `${count} broken`,
  forMe: 'What each sentence did for me',
  forMeLead: 'For whoever has an account: the same text, with what was decided about you alone.',
  keptBy: (kinds) => `Kept by ${kinds}`,
  kinds: {
    rule: 'a rule',
    proven: 'a proven promise',
    broken: 'a promise that is broken',
    tested: 'a tested promise',
    duty: 'a duty',
    information: 'Information',
  },
};

/** A count stands apart from the words before it where it begins with a figure; “fewer than” does not. */
const apart = (count: string) => `${/^\d/.test(count) ? ' ' : ''}${count} `;

const zh: PolicyWords = {
  inMonth: (month) => `${month}的判定`,
  counting: '正在统计',
  thisMonth: '本月：',
  permitted: (count) => `准许${apart(count)}次`,
  refused: (count) => `拒绝${apart(count)}次`,
  comma: '，',
  sentences: '句',
  each: '每一句都有自己的链接，也都有保障其落实的内容',
  promises: '项承诺',
  kept: (proven, tested) =>
    `${proven} 项已在所有可能的判定中得到证明，${tested} 项由系统执行并经测试；均未被违反`,
  broken: (count) => `${count} 项被违反`,
  forMe: '每一句为我做了什么',
  forMeLead: '供有账号的用户查看：同一份政策，旁边只写明就您本人作出的判定。',
  keptBy: (kinds) => `由${kinds}保障`,
  kinds: {
    rule: '规则',
    proven: '已证明的承诺',
    broken: '被违反的承诺',
    tested: '经测试的承诺',
    duty: '义务',
    information: '说明',
  },
};

/** The words in the reader's language; English where these pages have no words of their own. */
export function policyPageWords(language: string): PolicyWords {
  return language.toLowerCase().startsWith('zh') ? zh : en;
}
