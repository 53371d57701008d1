import { smtp } from '../../accounts/src/mail/smtp.ts';
import { type AvowOptions, noticeLetter, type PersonId } from '../src/index.ts';
import type { Market } from './place.ts';

const site = 'https://harbour.example';

/** A way to send notices over a mail server on this machine. */
export function wayTo(
  port: number,
  perMinute?: number,
): NonNullable<AvowOptions<never>['notices']> {
  const mail = smtp({
    url: `smtp://127.0.0.1:${port}`,
    from: 'Harbour Market <post@harbour.example>',
    allowClear: true,
  });
  return {
    mail,
    address: 'contact.email' as never,
    ...(perMinute === undefined ? {} : { perMinute }),
    write: noticeLetter({
      name: (language) => (language === 'en' ? 'Harbour Market' : '海港集市'),
      version: (version, language) => `${site}/policy/versions/${version}?lang=${language}`,
      comment: () => `${site}/mine/comments`,
      answer: () => `${site}/mine/change`,
      leave: () => `${site}/mine/leave`,
    }),
  };
}

/** Somebody with an account, and with an address if one is given. */
export async function reader(
  avow: Market,
  email?: string,
  language: 'en' | 'zh-CN' = 'en',
): Promise<PersonId> {
  const { person } = await avow.subjects.create({ country: 'CN' });
  await avow.agreement.accept({ person, language });
  const fields = email === undefined ? { 'contact.name': 'Mei' } : { 'contact.email': email };
  await avow.collect({ person, purpose: 'account', fields });
  return person;
}
