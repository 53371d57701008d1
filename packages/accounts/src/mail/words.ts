/** The languages that messages are written in; a person who reads another gets the first. */
export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

export const languageOf = (said: string | undefined): Language =>
  languages.find((each) => each === said) ?? languages[0];

export const isLanguage = (said: unknown): said is Language =>
  (languages as readonly unknown[]).includes(said);

/** What a message is about, with the link it carries. */
export type Occasion =
  | { readonly about: 'verify'; readonly link: string }
  | { readonly about: 'known'; readonly link: string }
  | { readonly about: 'reset'; readonly link: string }
  | { readonly about: 'new-address'; readonly link: string }
  | { readonly about: 'address-taken'; readonly link: string }
  | { readonly about: 'address-changed'; readonly link: string }
  | { readonly about: 'password-changed'; readonly link: string }
  | { readonly about: 'second-factor'; readonly link: string }
  | { readonly about: 'leak'; readonly link: string };

interface Text {
  readonly subject: string;
  readonly text: string;
}

type Wording = Readonly<Record<Occasion['about'], (link: string) => Text>>;

const wordings: Readonly<Record<Language, Wording>> = {
  en: {
    verify: (link) => ({
      subject: 'Confirm your address',
      text: `Somebody signed up with this address. If it was you, open this page within a day and enter the password you chose:\n\n${link}\n\nIf it was not you, do nothing: without your confirmation what was entered is deleted.`,
    }),
    known: (link) => ({
      subject: 'You have an account already',
      text: `Somebody wanted to sign up with this address, which has an account already. Nothing was changed. If it was you, log in, or choose a new password there:\n\n${link}`,
    }),
    reset: (link) => ({
      subject: 'Choose a new password',
      text: `Somebody asked for a new password for your account. If it was you, open this page within half an hour:\n\n${link}\n\nIf it was not you, do nothing: your password stays as it is.`,
    }),
    'new-address': (link) => ({
      subject: 'Confirm your new address',
      text: `Somebody wants to use this address for an account. If it was you, open this page within an hour:\n\n${link}\n\nIf it was not you, do nothing.`,
    }),
    'address-taken': (link) => ({
      subject: 'You have an account already',
      text: `Somebody wanted to use this address for another account. It belongs to yours, and nothing was changed. If it was you, log in here:\n\n${link}`,
    }),
    'address-changed': (link) => ({
      subject: 'The address of your account was changed',
      text: `From now on messages about your account go to another address. If it was not you who changed it, tell us at once:\n\n${link}`,
    }),
    'password-changed': (link) => ({
      subject: 'Your password was changed',
      text: `The password of your account was changed, and everybody who was logged in with it has been logged out. If it was not you, tell us at once:\n\n${link}`,
    }),
    'second-factor': (link) => ({
      subject: 'Your second factor was switched on',
      text: `From now on your account asks for a code after the password. If it was you who switched this on, you need do nothing.\n\nIf it was not you, somebody knows your password. Open this page within seven days and choose a new one: the second factor is switched off again, every passkey is removed, and everybody is logged out:\n\n${link}`,
    }),
    leak: (link) => ({
      subject: 'Somebody reported a leak of your information',
      text: `Somebody told us that information of your account has leaked. We are looking into it. If it was you and your account is in danger, freeze it: open this page within an hour. Nobody can log in then or act for you, until you choose a new password:\n\n${link}\n\nIf it was not you, you need do nothing.`,
    }),
  },
  'zh-CN': {
    verify: (link) => ({
      subject: '请确认您的邮箱',
      text: `有人使用此邮箱注册。如是您本人，请在一天内打开以下页面，并输入您设置的密码：\n\n${link}\n\n如非您本人，无须理会：未经确认，我们会删除所填内容。`,
    }),
    known: (link) => ({
      subject: '您已有账号',
      text: `有人想用此邮箱注册，但该邮箱已有账号。账号没有任何变动。如是您本人，请登录，或在登录页重设密码：\n\n${link}`,
    }),
    reset: (link) => ({
      subject: '重设密码',
      text: `有人申请为您的账号重设密码。如是您本人，请在半小时内打开以下页面：\n\n${link}\n\n如非您本人，无须理会，您的密码保持不变。`,
    }),
    'new-address': (link) => ({
      subject: '请确认您的新邮箱',
      text: `有人想将此邮箱用于其账号。如是您本人，请在一小时内打开以下页面：\n\n${link}\n\n如非您本人，无须理会。`,
    }),
    'address-taken': (link) => ({
      subject: '您已有账号',
      text: `有人想将此邮箱用于另一账号。此邮箱属于您的账号，没有任何变动。如是您本人，请在此登录：\n\n${link}`,
    }),
    'address-changed': (link) => ({
      subject: '您账号的邮箱已更改',
      text: `今后，与您账号有关的消息将发送至另一邮箱。如非您本人更改，请立即告知我们：\n\n${link}`,
    }),
    'password-changed': (link) => ({
      subject: '您的密码已更改',
      text: `您账号的密码已更改，使用原密码的登录均已全部退出。如非您本人操作，请立即告知我们：\n\n${link}`,
    }),
    'second-factor': (link) => ({
      subject: '您的账号已开启二次验证',
      text: `今后登录您的账号时，输入密码后还需输入验证码。如是您本人开启，无须理会。\n\n如非您本人开启，说明有人知道您的密码。请在七天内打开以下页面并设置新密码：二次验证会关闭，所有通行密钥会移除，所有登录都会退出：\n\n${link}`,
    }),
    leak: (link) => ({
      subject: '有人报告您的信息泄露',
      text: `有人告知我们您账号的信息已泄露，我们正在调查。如是您本人报告且账号有危险，请在一小时内打开以下页面冻结账号。冻结后，在您设置新密码之前，任何人都不能登录，也不能以您的名义操作：\n\n${link}\n\n如非您本人，无须理会。`,
    }),
  },
};

export const wordingOf = (language: Language, { about, link }: Occasion): Text =>
  wordings[language][about](link);
