import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { permittedBy, refusedBy } from './cited.ts';
import { engageShop, member, shop } from './people.ts';
import { type Market, market } from './place.ts';

const purpose = 'marketing.partner';

async function choosing(avow: Market) {
  const person = await member(avow);
  await engageShop(avow);
  const about = { person, party: shop, action: 'share', purposes: [purpose] } as const;
  const choice = (...categories: ('contact.phone' | 'contact.name')[]) => ({
    ...{ ...about, categories },
    language: 'en' as const,
  });
  const share = (category: 'contact.phone' | 'contact.name') =>
    avow.disclosures.seal('share', {
      person,
      purpose,
      categories: [category],
      to: { party: shop },
    });
  return { person, choice, share };
}

describe('the last word of a person', () => {
  it('counts, whatever it was', async () => {
    const avow = await market();
    const { choice, share } = await choosing(avow);
    await avow.consents.give(choice('contact.phone', 'contact.name'));
    permittedBy(await share('contact.phone'), '2.c.6');
    await avow.consents.refuse(choice('contact.phone'));
    refusedBy(await share('contact.phone'), '2.a.1');
    permittedBy(await share('contact.name'), '2.c.6');
    await avow.consents.give(choice('contact.phone'));
    permittedBy(await share('contact.phone'), '2.c.6');
  });

  it('leaves of earlier words only what it does not speak of', async () => {
    const avow = await market();
    const { person, choice } = await choosing(avow);
    const first = await avow.consents.give(choice('contact.phone'));
    await avow.consents.refuse(choice('contact.phone'));
    const last = await avow.consents.give(choice('contact.phone', 'contact.name'));
    const standing = await avow.consents.list(person);
    expect(standing.map(({ consent }) => consent)).toEqual([last.consent]);
    const withdrawing = avow.consents.withdraw({ person, consent: first.consent });
    await expect(withdrawing).rejects.toMatchObject({ code: 'AVOW_STATE', field: 'consent' });
  });

  it("is nobody else's to take back", async () => {
    const avow = await market();
    const { choice } = await choosing(avow);
    const { consent } = await avow.consents.give(choice('contact.phone'));
    const other = await member(avow, 'Wang');
    const withdrawing = avow.consents.withdraw({ person: other, consent });
    await expect(withdrawing).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND', field: 'consent' });
  });
});

describe('a question', () => {
  it('is put in the words of the policy, and its digest is kept', async () => {
    const avow = await market();
    const { choice } = await choosing(avow);
    const { person, ...asked } = choice('contact.phone', 'contact.name');
    const english = avow.consents.question(asked);
    expect(english).toBe(
      'May we share: name, phone number (so that partners tell you of theirs) – to shop?',
    );
    const given = await avow.consents.give({ person, ...asked });
    const digest = await crypto.subtle.digest('SHA-256', Buffer.from(english));
    expect(given.shown).toBe(Buffer.from(digest).toString('base64url'));
    expect(avow.consents.question({ ...asked, language: 'zh-CN' })).not.toBe(english);
  });
});

describe('the question', () => {
  it('names a party as the platform does, and the digest that is kept is of that text', async () => {
    const nameOf = (party: string) => (party === shop ? 'The Corner Shop' : undefined);
    const avow = await market({ nameOf });
    const { person, choice } = await choosing(avow);
    const text = avow.consents.question(choice('contact.phone'));
    expect(text).toMatch(/ to The Corner Shop\?$/);
    await avow.consents.give(choice('contact.phone'));
    const [standing] = await avow.consents.list(person);
    expect(standing?.shown).toBe(hash('sha256', text, 'base64url'));
  });
});
