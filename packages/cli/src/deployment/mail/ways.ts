import type { Policy, Words } from '@avow/policy';
import { type AvowOptions, type MailLinks, mailWays } from 'avow';
import { UsageError } from '../../arguments/usage.ts';
import type { CentreSettings } from '../centre/settings.ts';
import type { Settings } from '../settings.ts';

type Ways = Partial<Pick<AvowOptions<Words>, 'notices' | 'tellings' | 'alerts' | 'campaigns'>>;

/**
 * How people are written to, if there is a mail server: with links to the privacy centre, as the platform shows it.
 * Campaigns go out where the server can be reached from outside, for whoever unsubscribes comes straight to it.
 */
export async function waysToWrite(policy: Policy, settings: Settings): Promise<Ways> {
  const { mail, centre, url } = settings;
  if (mail === undefined) return {};
  if (centre === undefined) {
    throw new UsageError(
      'AVOW_MAIL_URL is set and AVOW_CENTRE_ISSUER is not: messages lead to the privacy centre.',
    );
  }
  const { address } = mail;
  if (!Object.hasOwn(policy.vocabulary.categories, address)) {
    throw new UsageError(
      `AVOW_MAIL_ADDRESS is the category of the policy that messages go to; the policy has no "${address}".`,
    );
  }
  // Loaded only now: who writes to nobody needs no mail client.
  const { smtp } = await import('@avow/accounts/smtp');
  return mailWays<Words>({
    mail: smtp({ url: mail.url, from: mail.from, allowClear: mail.isHere }),
    address,
    name: (language) => mail.name ?? policy.title[language] ?? policy.name,
    links: linksOf(centre, url),
  });
}

function linksOf(
  { at, origin, signIn, policy = '/policy' }: CentreSettings,
  url?: string,
): MailLinks {
  const to = (path: string) => (language: string) =>
    String(Object.assign(new URL(path, origin), { search: `?lang=${language}` }));
  const inCentre = (page: string) => to(`${at}/${page}`);
  const door = () => signIn?.href ?? origin;
  return {
    version: (version, language) => to(`${policy}/versions/${version}`)(language),
    comment: inCentre('comments'),
    answer: inCentre('change'),
    leave: inCentre('leave'),
    told: inCentre('told'),
    cases: inCentre('cases'),
    safety: inCentre('safety'),
    choices: inCentre('choices'),
    signIn: door,
    reset: door,
    ...(url?.startsWith('https:') && {
      unsubscribe: (token, language) =>
        String(new URL(`/unsubscribe/${token}?lang=${language}`, url)),
    }),
  };
}
