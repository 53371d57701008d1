import { describe, expect, it } from 'vitest';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { member } from '../people.ts';
import { market } from '../place.ts';

describe(cited('1.d.2'), () => {
  it.each(['person', 'device'] as const)('refuses to attach a keyword by %s', async (source) => {
    const avow = await market();
    const person = await member(avow);
    const fields = { 'search.keyword': 'boats' };
    const attached = await avow.collect({ person, purpose: 'service.personal', fields, source });
    refusedBy(attached, '1.d.1');
    const { held } = permittedBy(await avow.export({ person }), 'S.2.1');
    expect(held.map(({ category }) => category)).not.toContain('search.keyword');
  });

  it.each(['join', 'derive', 'use'] as const)('refuses to %s keywords', async (action) => {
    const avow = await market();
    const person = await member(avow);
    const categories = ['search.keyword'] as const;
    refusedBy(await avow.act(action, { person, purpose: 'service.personal', categories }), '1.d.1');
  });
});
