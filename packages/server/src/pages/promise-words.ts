/** What the page of a promise's proof says. A missing word does not compile. */
export interface PromiseWords {
  readonly title: string;
  readonly never: string;
  readonly formula: string;
  readonly semicolon: string;
  readonly proven: (situations: string) => string;
  readonly broken: (situations: string, all: string) => string;
  readonly brokenAtLeast: (situations: string, all: string) => string;
  readonly smallest: string;
  readonly see: string;
  readonly examined: string;
  readonly examinedLead: string;
  readonly places: string;
  readonly placesOf: (counts: Readonly<Record<Dimension, string>>) => string;
  readonly facts: string;
  readonly factsMore: string;
  readonly situations: string;
  readonly situationsMore: string;
  readonly which: string;
  readonly named: string;
  readonly count: string;
  readonly words: Readonly<Record<Dimension, string>>;
  readonly becomes: string;
  readonly becomesLead: string;
  readonly picture: string;
  readonly outcome: string;
  readonly when: string;
  readonly fates: Readonly<
    Record<'forbidden' | 'silence' | 'outside' | 'impossible' | 'broken' | 'unsplit', string>
  >;
  readonly unsplit: string;
  readonly always: string;
  readonly so: string;
  readonly notSo: string;
  readonly more: (cases: string, situations: string) => string;
  readonly doubt: string;
  readonly computed: string;
}

type Dimension = 'actions' | 'purposes' | 'categories' | 'recipients';

const en: PromiseWords = {
  title: 'A promise, and its proof',
  never: 'Never:',
  formula: 'As it is proven, in one line',
  semicolon: '; ',
  proven: (situations) => `Kept in all of ${situations} situations`,
  broken: (situations, all) => `Broken in ${situations} of ${all} situations`,
  brokenAtLeast: (situations, all) =>
    `Broken in ${situations} of ${all} situations, and perhaps in more`,
  smallest: 'The smallest of them:',
  see: 'The proof',
  examined: 'What was examined',
  examinedLead:
    'A situation is one act with one kind of information, for one purpose and one recipient, in one state of the facts that the rules ask about there: each of them so, or not so. There are only so many, and every one was examined.',
  places: 'Places',
  placesOf: ({ actions, categories, purposes, recipients }) =>
    `acts ${actions} × information ${categories} × purposes ${purposes} × recipients ${recipients}`,
  facts: 'Facts',
  factsMore: 'that a rule or the promise asks about, at one place or another',
  situations: 'Situations',
  situationsMore: 'each place in each state of its facts',
  which: 'Which places, and which facts',
  named: 'Facts',
  count: 'Situations',
  words: {
    actions: 'Acts',
    categories: 'Information',
    purposes: 'Purposes',
    recipients: 'Recipients',
  },
  becomes: 'What comes of them',
  becomesLead:
    'Situations that turn on the same facts are one case. The cases do not overlap, and together they are all situations.',
  picture: 'All situations as a bar; each part is as wide as its share.',
  outcome: 'What comes of it',
  when: 'When',
  fates: {
    forbidden: 'Refused: forbidden by',
    silence: 'Refused: nothing permits it',
    outside: 'Not what is promised',
    impossible: 'Cannot be: its facts exclude one another',
    broken: 'Permitted against the promise, by',
    unsplit: 'More: one or another of these',
  },
  unsplit:
    'too many cases to be told apart on a page; the proof examined each of their situations all the same',
  always: 'whatever is so',
  so: 'so',
  notSo: 'not so',
  more: (cases, situations) => `and ${cases} smaller cases with ${situations} situations`,
  doubt:
    'What a case does not name may be so, not so, or unknown: it comes to the same. What is unknown permits nothing, since a permission counts only if its condition surely holds. So what is refused in every state is refused in doubt as well.',
  computed:
    'This page is computed from the rules that decide here, by the same prover without which no version comes into force. The rules can be had as data, to be examined by yourself:',
};

const zh: PromiseWords = {
  title: '一项承诺及其证明',
  never: '绝不：',
  formula: '证明所用的一行表述',
  semicolon: '；',
  proven: (situations) => `在全部 ${situations} 种情形下均得到遵守`,
  broken: (situations, all) => `在 ${all} 种情形中的 ${situations} 种下被违反`,
  brokenAtLeast: (situations, all) => `在 ${all} 种情形中，至少有 ${situations} 种下被违反`,
  smallest: '其中最小的一种：',
  see: '查看证明',
  examined: '检查了什么',
  examinedLead:
    '一种情形，是指为某一目的、向某一接收方，对某一类信息作出某一行为（合称“一处”），且规则在该处涉及的每项事实要么成立，要么不成立。情形的数量有限，每一种都经过检查。',
  places: '处',
  placesOf: ({ actions, categories, purposes, recipients }) =>
    `行为 ${actions} × 信息 ${categories} × 目的 ${purposes} × 接收方 ${recipients}`,
  facts: '项事实',
  factsMore: '在某处为规则或该承诺所涉及',
  situations: '种情形',
  situationsMore: '每一处与其各项事实的每一种状态',
  which: '具体是哪些处，涉及哪些事实',
  named: '事实',
  count: '情形数',
  words: { actions: '行为', categories: '信息', purposes: '目的', recipients: '接收方' },
  becomes: '结果如何',
  becomesLead: '取决于相同事实的情形归为一类。各类互不重叠，合起来即是全部情形。',
  picture: '全部情形的条形图，各段宽度即其所占比例。',
  outcome: '结果',
  when: '条件',
  fates: {
    forbidden: '拒绝，禁止的依据是',
    silence: '拒绝：没有任何规则准许',
    outside: '不在承诺范围内',
    impossible: '不可能出现：所涉事实互相排斥',
    broken: '违反承诺而准许，依据是',
    unsplit: '其余：属于以上各种结果',
  },
  unsplit: '类别过多，不在此页逐类列出；证明时，其中的每一种情形均已检查',
  always: '无论事实如何',
  so: '成立',
  notSo: '不成立',
  more: (cases, situations) => `另有较小的 ${cases} 类，共 ${situations} 种情形`,
  doubt:
    '某一类未提及的事实，无论成立、不成立还是未知，结果都一样。事实未知时不会准许，因为只有条件确定成立，才予准许。因此，无论事实如何都会拒绝的，存疑时同样拒绝。',
  computed:
    '本页由实际据以判定的规则计算得出；每个版本都须通过同一证明程序的证明才能生效。您可以取得规则的数据，自行检查：',
};

/** The words in the reader's language; English where these pages have no words of their own. */
export function promiseWords(language: string): PromiseWords {
  return language.toLowerCase().startsWith('zh') ? zh : en;
}
