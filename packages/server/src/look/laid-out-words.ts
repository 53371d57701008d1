/** The words that a promise is laid out in, beside those of the policy. A missing one does not compile. */
export interface LaidOutWords {
  readonly never: string;
  readonly anything: string;
  readonly categories: string;
  readonly anyInformation: string;
  readonly recipients: string;
  readonly purposes: string;
  readonly when: string;
  readonly unless: string;
  readonly exceptions: string;
  readonly none: string;
  readonly any: string;
  readonly and: string;
  /** Words of which any one will do. */
  readonly or: (all: readonly string[]) => string;
  /** Clauses of which any one will do. */
  readonly eitherOf: (all: readonly string[]) => string;
}

const listed = (all: readonly string[], between: string, last: string): string =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(between)}${last}${all.at(-1)}`;

const en: LaidOutWords = {
  never: 'We never',
  anything: 'do anything at all with it',
  categories: 'Which information',
  anyInformation: 'any of yours',
  recipients: 'Who it would be for',
  purposes: 'What it would serve',
  when: 'While',
  unless: 'Unless',
  exceptions: 'Exceptions',
  none: 'none',
  any: 'one of these is so:',
  and: 'and',
  or: (all) => listed(all, ', ', ' or '),
  eitherOf: (all) => all.join(', or '),
};

const zh: LaidOutWords = {
  never: '我们绝不',
  anything: '以任何方式处理',
  categories: '哪些信息',
  anyInformation: '您的任何信息',
  recipients: '提供给谁',
  purposes: '用于什么目的',
  when: '在此情形下',
  unless: '除非',
  exceptions: '例外',
  none: '无',
  any: '以下任一项成立：',
  and: '且',
  or: (all) => listed(all, '、', '或'),
  eitherOf: (all) => all.join('，或'),
};

/** The words in the reader's language; English where the look has no words of its own. */
export function laidOutWords(language: string): LaidOutWords {
  return language.toLowerCase().startsWith('zh') ? zh : en;
}
