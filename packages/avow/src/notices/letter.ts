import type { Notice } from '../face/notices.ts';
import type { Message } from '../mailing/mail.ts';
import type { WrittenNotice } from './way.ts';

/** Who writes, and where what the message speaks of is found. */
export interface LetterOptions {
  /** The platform, as it calls itself in a language. */
  readonly name: (language: string) => string;
  /** The page of a version, with its difference. */
  readonly version: (version: string, language: string) => string;
  /** Where a person writes a comment; no letter leads there while the policy takes none. */
  readonly comment: (language: string) => string;
  /** Where a person answers the change. */
  readonly answer: (language: string) => string;
  /** Where a person takes everything along, ends the agreement and is erased: the way out. */
  readonly leave: (language: string) => string;
}

interface Wording {
  readonly subject: Readonly<Record<Notice['about'], (name: string, day: string) => string>>;
  readonly body: Readonly<Record<Notice['about'], (name: string, day: string) => string>>;
  readonly read: string;
  readonly comment: string;
  readonly answer: string;
  readonly leave: string;
}

const english: Wording = {
  subject: {
    announced: (name, day) => `${name}: our privacy policy changes on ${day}`,
    postponed: (name, day) => `${name}: the change of our privacy policy is put off to ${day}`,
    withdrawn: (name) => `${name}: our privacy policy does not change after all`,
  },
  body: {
    announced: (name, day) => `From ${day} a new version of ${name}’s privacy policy applies.`,
    postponed: (name, day) =>
      `The new version of ${name}’s privacy policy comes later than we told you: it applies from ${day}.`,
    withdrawn: (name, day) =>
      `The version of ${name}’s privacy policy that was to apply from ${day} does not come. Nothing changes, and you are asked nothing.`,
  },
  read: 'What changes, sentence by sentence:',
  comment: 'Tell us what you think of it, until that day:',
  answer: 'Accept it, or answer later:',
  leave: 'If you do not want it, take your information along and leave before that day:',
};

const chinese: Wording = {
  subject: {
    announced: (name, day) => `${name}：隐私政策将于${day}变更`,
    postponed: (name, day) => `${name}：隐私政策变更推迟至${day}`,
    withdrawn: (name) => `${name}：隐私政策不再变更`,
  },
  body: {
    announced: (name, day) => `${name}的新版隐私政策自${day}起生效。`,
    postponed: (name, day) => `${name}新版隐私政策的生效日期推迟至${day}。`,
    withdrawn: (name, day) =>
      `${name}原定于${day}生效的新版隐私政策已撤回。一切照旧，您无须作任何答复。`,
  },
  read: '逐句查看变更内容：',
  comment: '在生效日之前提出意见：',
  answer: '接受变更，或稍后答复：',
  leave: '如不接受，您可以在生效日之前导出您的信息并注销账号：',
};

/**
 * Makes what a notice says, in English or Chinese; a policy in other languages brings words of its own.
 * Nothing personal stands in it, and no link names who it was sent to.
 */
export function noticeLetter(
  links: LetterOptions,
): (notice: WrittenNotice, language: string) => Omit<Message, 'to'> {
  return (notice, language) => {
    const words = language.startsWith('zh') ? chinese : english;
    const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
      notice.from,
    );
    const name = links.name(language);
    const { about, version, summary } = notice;
    const ways = [
      ...(notice.takesComments ? [`${words.comment}\n${links.comment(language)}`] : []),
      `${words.answer}\n${links.answer(language)}`,
      `${words.leave}\n${links.leave(language)}`,
    ];
    const parts = [
      words.body[about](name, day),
      ...(about === 'withdrawn' ? [] : [summary[language] ?? '']),
      `${words.read}\n${links.version(version, language)}`,
      ...(about !== 'withdrawn' && notice.major ? ways : []),
    ];
    return { subject: words.subject[about](name, day), text: `${parts.join('\n\n')}\n` };
  };
}
