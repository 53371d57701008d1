import { describe, expect, it } from 'vitest';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { engageShop, member, shop } from '../people.ts';
import { market } from '../place.ts';

describe(cited('2.c.1'), () => {
  it('uses it for the account, for orders and for help, and for nothing else unasked', async () => {
    const avow = await market();
    const person = await member(avow);
    const use = (purpose: 'account' | 'security' | 'fulfilment' | 'support' | 'legal') =>
      avow.act('use', { person, purpose, categories: ['contact.name'] });
    for (const purpose of ['account', 'security', 'fulfilment', 'support'] as const) {
      permittedBy(await use(purpose), '2.c.1');
    }
    refusedBy(await use('legal'), 'P.1');
  });
});

describe(cited('2.c.2'), () => {
  it('writes about the account while there is one, and what must be known even afterwards', async () => {
    const avow = await market();
    const person = await member(avow);
    const message = (purpose: 'account' | 'notice') =>
      avow.act('message', { person, purpose, categories: ['contact.phone'], to: 'person' });
    permittedBy(await message('account'), '2.c.2');
    await avow.agreement.terminate({ person });
    refusedBy(await message('account'), 'P.1');
    permittedBy(await message('notice'), '2.c.2');
  });
});

describe(cited('2.c.4'), () => {
  it('writes about products here, and owes the reason each time', async () => {
    const avow = await market();
    const person = await member(avow);
    const question = { person, purpose: 'marketing.own', categories: ['contact.phone'] } as const;
    const written = await avow.act('message', { ...question, to: 'person' });
    permittedBy(written, '2.c.4');
    expect(written).toMatchObject({ duties: ['giveReason'] });
    await avow.agreement.terminate({ person });
    refusedBy(await avow.act('message', { ...question, to: 'person' }), 'P.1');
  });
});

describe(cited('2.c.5'), () => {
  it('switches messages off at once, and on again', async () => {
    const avow = await market();
    const person = await member(avow);
    const categories = ['contact.phone'] as const;
    const purpose = 'marketing.own';
    const message = () => avow.act('message', { person, purpose, categories, to: 'person' });
    const choice = {
      person,
      party: 'platform',
      action: 'message',
      purposes: [purpose],
      categories,
      language: 'en',
    } as const;
    permittedBy(await message(), '2.c.4');
    await avow.consents.refuse(choice);
    refusedBy(await message(), '2.c.5');
    await avow.consents.give(choice);
    permittedBy(await message(), '2.c.4');
  });
});

describe(cited('2.c.6'), () => {
  it('shares with a partner on just that permission: given, permitted; withdrawn, refused', async () => {
    const avow = await market();
    const person = await member(avow);
    await engageShop(avow);
    const categories = ['contact.name', 'contact.phone'] as const;
    const purpose = 'marketing.partner';
    const share = () =>
      avow.disclosures.seal('share', { person, purpose, categories, to: { party: shop } });

    const refused = await share();
    refusedBy(refused, '2.a.1');
    const missing = refused.permitted ? [] : refused.missing;
    expect(missing.map(({ steps }) => steps.map(({ fact, by }) => [fact, by]))).toEqual([
      [['permitted', 'person']],
    ]);

    const choice = { person, party: shop, action: 'share', purposes: [purpose] } as const;
    const given = await avow.consents.give({ ...choice, categories, language: 'en' });
    const shared = await share();
    expect(permittedBy(shared, '2.c.6')).toMatchObject({
      sealed: ['contact.name'],
      online: ['contact.phone'],
    });
    expect(shared).toMatchObject({ duties: ['giveReceipt', 'showInCentre'] });

    await avow.consents.withdraw({ person, consent: given.consent });
    refusedBy(await share(), '2.a.1');
    const [last] = await avow.consents.list(person);
    expect(last).toMatchObject({ consent: given.consent, state: 'withdrawn' });
  });
});
