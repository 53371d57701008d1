import type { Message } from '../../mailing/mail.ts';

/** Who writes, and where the person reads what was disclosed. */
export interface TellingLetterOptions {
  /** The platform, as it calls itself in a language. */
  readonly name: (language: string) => string;
  /** The page that says what, to whom and why; it asks for signing in. */
  readonly told: (language: string) => string;
}

/**
 * Makes what people are written when something of theirs was disclosed, in English or Chinese. It does not say
 * what, to whom or why: mail is read by others too, and a court's order is nobody else's business.
 */
export function tellingLetter({
  name,
  told,
}: TellingLetterOptions): (language: string) => Omit<Message, 'to'> {
  return (language) => {
    const platform = name(language);
    if (language.startsWith('zh')) {
      return {
        subject: `${platform}：我们披露了您的部分信息`,
        text: `根据隐私政策，我们已将您的部分信息提供给他人，现告知您。\n\n提供了什么、给谁、依据哪一句，请登录查看：\n${told(language)}\n`,
      };
    }
    return {
      subject: `${platform}: some of your information was disclosed`,
      text: `We disclosed some of your information to somebody else, as our privacy policy provides, and tell you so.\n\nWhat it was, to whom, and under which sentence, you read when you are signed in:\n${told(language)}\n`,
    };
  };
}

/**
 * Makes what somebody is written of whose listing it is complained. Neither of what nor by whom it says: that they
 * read when they are signed in, as far as it is theirs to know.
 */
export function callingLetter({
  name,
  cases,
}: Pick<TellingLetterOptions, 'name'> & {
  /** The page with the cases that concern somebody; it asks for signing in. */
  readonly cases: (language: string) => string;
}): (language: string) => Omit<Message, 'to'> {
  return (language) => {
    const platform = name(language);
    if (language.startsWith('zh')) {
      return {
        subject: `${platform}：有一项案件与您有关`,
        text: `有人就与您有关的事项提出了投诉。在我们作出决定之前，您可以答复。\n\n请登录查看并答复：\n${cases(language)}\n`,
      };
    }
    return {
      subject: `${platform}: a case concerns you`,
      text: `Somebody has complained of something of yours. You can answer before it is decided.\n\nWhat it is, and where to answer, you read when you are signed in:\n${cases(language)}\n`,
    };
  };
}
