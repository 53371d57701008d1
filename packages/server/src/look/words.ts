/** The few words that the shared parts of a page say themselves. A missing one does not compile. */
interface LookWords {
  readonly skip: string;
  readonly languages: string;
  readonly ways: string;
  readonly because: string;
  readonly colon: string;
  readonly permitted: string;
  readonly refused: string;
  readonly missing: string;
  readonly record: string;
  readonly faults: string;
  readonly code: string;
}

const en: LookWords = {
  skip: 'Skip to the text',
  languages: 'Language',
  ways: 'Main',
  because: 'because',
  colon: ': ',
  permitted: 'Permitted',
  refused: 'Refused',
  missing: 'What would permit it:',
  record: 'On record as',
  faults: 'Please look at this again',
  code: 'If you ask for help, name this:',
};

const zh: LookWords = {
  skip: '跳到正文',
  languages: '语言',
  ways: '主导航',
  because: '依据',
  colon: '：',
  permitted: '已准许',
  refused: '已拒绝',
  missing: '满足下列条件即可准许：',
  record: '记录编号',
  faults: '请检查以下内容',
  code: '如需帮助，请告知此代码：',
};

/** The words in the reader's language; English where the look has no words of its own. */
export function lookWords(language: string): LookWords {
  return language.toLowerCase().startsWith('zh') ? zh : en;
}
