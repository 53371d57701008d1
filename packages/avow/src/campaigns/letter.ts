import type { Text } from '@avow/policy';
import type { Campaign } from '../face/campaigns.ts';
import type { Message } from '../mailing/mail.ts';
import { filled } from './text.ts';
import type { CampaignWay } from './way.ts';

interface Wording {
  readonly everybody: (name: string) => string;
  readonly interest: (name: string, interest: string) => string;
  readonly stop: string;
  readonly choices: string;
}

const english: Wording = {
  everybody: (name) =>
    `You get this because you have an account at ${name} and have not switched off its messages about products.`,
  interest: (name, interest) =>
    `You get this because you have an account at ${name}, and “${interest}” is among your interests there.`,
  stop: 'Get none of these any more, at once and without signing in:',
  choices: 'See and change what you get, and why:',
};

const chinese: Wording = {
  everybody: (name) => `您收到此邮件，是因为您有${name}的账号，且未关闭其产品推广消息。`,
  interest: (name, interest) =>
    `您收到此邮件，是因为您有${name}的账号，且“${interest}”在您的兴趣之列。`,
  stop: '不再接收此类邮件，无须登录，立即生效：',
  choices: '查看和更改您接收的内容及其理由：',
};

/** One message of a campaign: what it says, why one gets it, and how to get none any more. */
export function campaignLetter(
  way: CampaignWay,
  { texts, interest }: Campaign,
  labels: Readonly<Record<string, Text>>,
  language: string,
  { token, values }: { readonly token: string; readonly values: Readonly<Record<string, string>> },
): Omit<Message, 'to'> {
  const words = language.startsWith('zh') ? chinese : english;
  const { subject, text } = texts[language] ?? { subject: '', text: '' };
  const name = way.name(language);
  const unsubscribe = way.unsubscribe(token, language);
  const because =
    interest === undefined
      ? words.everybody(name)
      : words.interest(name, labels[interest]?.[language] ?? interest);
  const parts = [
    filled(text, values),
    `--\n${because}`,
    `${words.stop}\n${unsubscribe}`,
    `${words.choices}\n${way.choices(language)}`,
  ];
  return {
    // A value of somebody's must not make a header of its own.
    subject: filled(subject, values).replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '),
    text: `${parts.join('\n\n')}\n`,
    unsubscribe,
  };
}
