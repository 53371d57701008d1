import { describe, expect, it } from 'vitest';
import { asPartyId } from '../../src/index.ts';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { member } from '../people.ts';
import { market } from '../place.ts';

const panel = asPartyId('panel');
const fields = { 'partner.profile': 'boats' };
const purpose = 'service.personal';
const terms = {
  party: panel,
  as: 'marketingPartner',
  purposes: [purpose],
  categories: ['partner.profile'],
  country: 'CN',
} as const;

describe(cited('1.c.1'), () => {
  it('keeps the source of what a partner hands in', async () => {
    const avow = await market();
    const person = await member(avow);
    await avow.parties.engage({ ...terms, means: 'opt-in of 2025-11-02, sha256:2f6c' });
    const acquired = avow.collect({ person, purpose, fields, source: { party: panel } });
    permittedBy(await acquired, '1.c.1');
    const { held } = permittedBy(await avow.export({ person }), 'S.2.1');
    expect(held.find(({ category }) => category === 'partner.profile')?.source).toBe('panel');
  });
});

describe(cited('1.c.2'), () => {
  it.each(['no engagement', 'an ended one', 'no stated means'])('refuses on %s', async (how) => {
    const avow = await market();
    const person = await member(avow);
    if (how === 'no stated means') await avow.parties.engage(terms);
    if (how === 'an ended one') {
      const { engagement } = await avow.parties.engage({ ...terms, means: 'opt-in' });
      await avow.parties.end({ party: panel, engagement });
    }
    refusedBy(await avow.collect({ person, purpose, fields, source: { party: panel } }), 'P.1');
  });
});

describe(cited('1.c.3'), () => {
  it('rejects a row about someone who has not accepted', async () => {
    const avow = await market();
    await avow.parties.engage({ ...terms, means: 'opt-in' });
    const { person } = await avow.subjects.create();
    refusedBy(await avow.collect({ person, purpose, fields, source: { party: panel } }), 'P.9');
  });
});
