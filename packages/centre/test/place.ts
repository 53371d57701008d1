import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MarketWords, policy } from '@avow/policy-market';
import { type Avow, asPartyId, createAvow, type InterestSource, type PersonId } from 'avow';
import { onTestFinished } from 'vitest';
import { type CentreOptions, privacyCentre } from '../src/index.ts';

const root = createSecretKey(randomBytes(32));

export const acme = asPartyId('acme-ads');
export const password = 'a boat of paper, folded';

/** A platform that knows somebody by a header of the request: the least that one can hand in. */
export async function place(
  {
    interests,
    under = policy,
    ...options
  }: Partial<CentreOptions<MarketWords>> & {
    readonly interests?: InterestSource;
    /** Absent: the market's. */
    readonly under?: typeof policy;
  } = {},
  whenDone: (close: () => Promise<void>) => void = onTestFinished,
) {
  const folder = mkdtempSync(join(tmpdir(), 'avow-centre-'));
  const avow = await createAvow({
    policy: under,
    database: join(folder, 'data', 'avow.db'),
    keys: { rootKey: async () => root, source: 'this test' },
    ...(interests === undefined ? {} : { interests }),
  });
  whenDone(async () => {
    await avow.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const app = privacyCentre<MarketWords>({
    avow,
    at: '/mine',
    name: { en: 'Reading Room', 'zh-CN': '阅览室' },
    whoIs: ({ request }) => {
      const person = request.headers.get('x-person');
      return person === null ? undefined : { person: person as PersonId };
    },
    proof: { by: 'password', prove: async (_, given) => (given === password ? 'proven' : 'wrong') },
    nameOf: (party) => (party === acme ? 'Acme' : undefined),
    matters: [
      {
        name: 'partner',
        party: acme,
        action: 'share',
        purposes: ['marketing.partner'],
        categories: ['contact.email'],
        title: { en: 'News of Acme', 'zh-CN': '艾克美的消息' },
        lead: { en: 'Four times a year.', 'zh-CN': '每年四次。' },
        asks: 'permission',
      },
    ],
    ...options,
  });
  const url = 'http://room.test';
  return {
    avow,
    /** As a mount hands it over: without the path that the centre stands at. */
    get: (path: string, person?: PersonId, headers: Record<string, string> = {}) =>
      app.request(`${url}${path}`, { headers: { ...headers, ...known(person) } }),
    post: (path: string, fields: Record<string, string>, person?: PersonId, origin = url) =>
      app.request(`${url}${path}`, {
        method: 'POST',
        headers: { origin, ...known(person) },
        body: new URLSearchParams(fields),
      }),
  };
}

const known = (person: PersonId | undefined): Record<string, string> =>
  person === undefined ? {} : { 'x-person': person };

/** Somebody who accepted and registered. */
export async function member(
  avow: Avow<MarketWords>,
  fields: Partial<Record<'contact.name' | 'contact.email' | 'contact.phone', string>> = {},
): Promise<PersonId> {
  const { person } = await avow.subjects.create({ country: 'CN' });
  await avow.agreement.accept({ person, language: 'en' });
  const about = { 'contact.name': 'Mei', 'contact.email': 'mei@example.com', ...fields };
  await avow.collect({ person, purpose: 'account', fields: about });
  return person;
}

/** The receipt in a page's text field, as somebody would copy it. */
export function receiptOn(page: string): string {
  const [, text = ''] = /<textarea[^>]*>([^<]+)</.exec(page) ?? [];
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}
