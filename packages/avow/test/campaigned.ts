import { smtp } from '../../accounts/src/mail/smtp.ts';
import type { AvowOptions, InterestSource } from '../src/index.ts';

/** A way to send campaigns over a mail server on this machine. */
export function campaignsTo(port: number, perMinute?: number): AvowOptions<never>['campaigns'] {
  return {
    mail: smtp({
      url: `smtp://127.0.0.1:${port}`,
      from: 'Harbour Market <post@harbour.example>',
      allowClear: true,
    }),
    address: 'contact.email' as never,
    name: (language) => (language === 'en' ? 'Harbour Market' : '海港集市'),
    unsubscribe: (token, language) =>
      `https://harbour.example/unsubscribe/${token}?lang=${language}`,
    choices: () => 'https://harbour.example/mine/choices',
    ...(perMinute === undefined ? {} : { perMinute }),
  };
}

/** Lamps and boats, and Chinese books for whoever reads Chinese. */
export const interests: InterestSource = {
  words: {
    lamps: { en: 'Lamps', 'zh-CN': '灯具' },
    boats: { en: 'Boats', 'zh-CN': '船只' },
    books: { en: 'Chinese books', 'zh-CN': '中文书' },
  },
  ofPage: (page) =>
    ['lamps', 'boats', 'nothing that is a word'].filter((word) => page.includes(word)),
  ofLanguage: (language) => (language.startsWith('zh') ? ['books'] : []),
  ofProfile: (profile) => profile.split(' '),
};

export const texts = {
  en: { subject: 'Lamps at the harbour', text: 'New lamps have come in.' },
  'zh-CN': { subject: '海港新到灯具', text: '新到一批灯具。' },
};
