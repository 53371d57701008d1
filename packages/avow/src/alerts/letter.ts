import type { Alert, AlertAbout } from '../face/alerts.ts';
import type { Message } from '../mailing/mail.ts';

/** Who writes, and where what the message speaks of is found. Pages, which name nobody. */
export interface AlertLetterOptions {
  /** The platform, as it calls itself in a language. */
  readonly name: (language: string) => string;
  /** Where somebody signs in; whoever is suspended reads there why, and appeals. */
  readonly signIn: (language: string) => string;
  /** Where a person sees what was done, and reads the closing word. */
  readonly safety: (language: string) => string;
  /** Where a new password is asked for. */
  readonly reset: (language: string) => string;
}

interface Wording {
  readonly subject: Readonly<Record<AlertAbout, string>>;
  readonly body: Readonly<Record<AlertAbout, string>>;
  readonly whyAndAppeal: string;
  readonly see: string;
  readonly reset: string;
}

const english: Wording = {
  subject: {
    suspended: 'your account was suspended',
    upheld: 'your account stays suspended',
    dismissed: 'your appeal was heard',
    terminated: 'we ended our agreement with you',
    reversed: 'your account is active again',
    violationUpheld: 'we decided something about your account',
    violationDismissed: 'your appeal was heard',
    violationReversed: 'a decision about your account was undone',
    answered: 'we have answered you',
    leakReported: 'a leak of your information was reported',
    leakContained: 'what we did about the leak',
    leakConcerned: 'your information may be concerned by a leak',
    leakClosed: 'the leak of your information was looked into',
  },
  body: {
    suspended:
      'Your account was suspended at once, because so many people’s information was looked at from it, or in such a way, as our policy takes for harvesting (2.b).',
    upheld: 'One of us has looked at the suspension of your account, and it stands (2.b).',
    dismissed:
      'Somebody who had not decided before has heard your appeal. What was decided stands (2.b).',
    terminated:
      'We ended the agreement with you because information of others was harvested from your account (2.b). What protects your own information goes on.',
    reversed:
      'The suspension of your account was wrong, and is undone. Whatever ended with it stands again. We are sorry.',
    violationUpheld:
      'We decided on something that was recorded about your account. What it is and why you read when you are signed in, and there you can appeal (6.d).',
    violationDismissed:
      'Somebody who had not decided before has heard your appeal. What was decided stands (6.d).',
    violationReversed:
      'Something that was recorded about your account was undone. It counts for nothing any more, and whatever was done because of it is lifted (6.d).',
    answered:
      'Something that you asked of us is answered. What we answered you read when you are signed in.',
    leakReported: 'Somebody told us that information of yours has leaked. We are looking into it.',
    leakContained:
      'We have taken measures about the leak of your information. What they are, and who could have leaked it, you see in your privacy centre.',
    leakConcerned:
      'A party that had information of yours is suspected of a leak of somebody else’s. It was suspended, and opens nothing of yours any more. Be careful with messages that ask for passwords or money.',
    leakClosed:
      'We have looked into the leak of your information, and written a word about it for you.',
  },
  whyAndAppeal: 'Sign in to read why, since when, and to appeal:',
  see: 'See it in your privacy centre:',
  reset: 'Your account is frozen until you choose a new password:',
};

const chinese: Wording = {
  subject: {
    suspended: '您的账号已暂停',
    upheld: '您的账号继续暂停',
    dismissed: '您的申诉已审理',
    terminated: '我们已终止与您的协议',
    reversed: '您的账号已恢复',
    violationUpheld: '我们就您的账号作出了一项决定',
    violationDismissed: '您的申诉已审理',
    violationReversed: '有关您账号的一项决定已撤销',
    answered: '我们已答复您',
    leakReported: '有人报告您的信息泄露',
    leakContained: '我们就您的信息泄露采取的措施',
    leakConcerned: '您的信息可能受一起泄露事件影响',
    leakClosed: '您的信息泄露事件已调查完毕',
  },
  body: {
    suspended:
      '您的账号查看他人信息的数量或方式，依我们的政策属于批量搜集（2.b），因此账号已立即暂停。',
    upheld: '我们的工作人员已复核，决定继续暂停您的账号（2.b）。',
    dismissed: '您的申诉已由未曾参与原决定的人员审理，原决定维持不变（2.b）。',
    terminated:
      '由于您的账号搜集了他人信息，我们已终止与您的协议（2.b）。对您本人信息的保护继续有效。',
    reversed: '暂停您的账号有误，现已撤销；因暂停而终止的一切均已恢复。我们深表歉意。',
    violationUpheld:
      '我们已就您账号的一项记录作出决定。具体内容和理由请登录查看，您也可以在那里申诉（6.d）。',
    violationDismissed: '您的申诉已由未曾参与原决定的人员审理，原决定维持不变（6.d）。',
    violationReversed: '有关您账号的一项记录已撤销，不再有效；因该记录采取的措施均已解除（6.d）。',
    answered: '您向我们提出的请求已有答复。具体内容请登录查看。',
    leakReported: '有人告知我们您的信息已泄露，我们正在调查。',
    leakContained: '我们已就您的信息泄露采取措施。具体措施及可能的泄露者，请在隐私中心查看。',
    leakConcerned:
      '一家持有您部分信息的合作方涉嫌泄露他人信息，现已暂停，不能再查看您的任何信息。请警惕索要密码或钱款的消息。',
    leakClosed: '您的信息泄露事件已调查完毕，我们为您写明了结论。',
  },
  whyAndAppeal: '登录即可查看原因、起始时间并提出申诉：',
  see: '在隐私中心查看：',
  reset: '您的账号已冻结，设置新密码后即可恢复：',
};

const atTheDoor: ReadonlySet<AlertAbout> = new Set([
  'suspended',
  'upheld',
  'dismissed',
  'terminated',
]);

/**
 * Makes what an alert says, in English or Chinese; a policy in other languages brings words of its own.
 * Nothing personal stands in it, and no link names who it was sent to.
 */
export function alertLetter(
  links: AlertLetterOptions,
): (alert: Alert, language: string) => Omit<Message, 'to'> {
  return ({ about, needsReset }, language) => {
    const words = language.startsWith('zh') ? chinese : english;
    const colon = language.startsWith('zh') ? '：' : ': ';
    const way = atTheDoor.has(about)
      ? [`${words.whyAndAppeal}\n${links.signIn(language)}`]
      : [`${words.see}\n${links.safety(language)}`];
    const reset = needsReset ? [`${words.reset}\n${links.reset(language)}`] : [];
    return {
      subject: `${links.name(language)}${colon}${words.subject[about]}`,
      text: `${[words.body[about], ...reset, ...way].join('\n\n')}\n`,
    };
  };
}
