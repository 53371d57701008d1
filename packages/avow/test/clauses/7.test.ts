import type { Policy } from '@avow/policy';
import { type MarketWords, policy } from '@avow/policy-market';
import { describe, expect, it } from 'vitest';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { member } from '../people.ts';
import { market, openMarket, place } from '../place.ts';

/** The policy with every rule of one sentence taken back. */
function without(id: string): Policy<MarketWords> {
  const changed = structuredClone(policy) as unknown as {
    clauses: { sentences: { id: string; backings: unknown[] }[] }[];
  };
  const sentence = changed.clauses.flatMap(({ sentences }) => sentences).find((s) => s.id === id);
  if (!sentence) throw new Error('no such sentence');
  sentence.backings = [{ kind: 'information' }];
  return changed as unknown as Policy<MarketWords>;
}

/** The policy with all it promises, and not one prohibition. */
function unguarded(): Policy<MarketWords> {
  const changed = structuredClone(policy) as unknown as {
    clauses: { sentences: { backings: { kind: string }[] }[] }[];
  };
  for (const sentence of changed.clauses.flatMap(({ sentences }) => sentences)) {
    sentence.backings = sentence.backings.filter(({ kind }) => kind !== 'forbid');
  }
  return changed as unknown as Policy<MarketWords>;
}

const question = { purpose: 'account', categories: ['contact.name'] } as const;

describe(cited('7.a.1'), () => {
  it('decides by the new version from the moment it is published', async () => {
    const avow = await market();
    const person = await member(avow);
    const old = avow.policy.current();
    const before = await avow.act('use', { person, ...question });
    permittedBy(before, '2.c.1');

    const published = await avow.policy.publish(without('2.c.1'));
    expect(avow.policy.current()).toMatchObject({ digest: published.digest, state: 'in-force' });
    refusedBy(await avow.act('use', { person, ...question }), 'P.1');

    const versions = await avow.policy.list();
    expect(versions.map(({ digest, state }) => [digest, state])).toEqual([
      [published.digest, 'in-force'],
      [old.digest, 'archived'],
    ]);
    // What was decided before is told in the words of its day.
    const told = { entry: before.entry, language: 'en', audience: 'person' } as const;
    expect(await avow.explain(told)).toMatchObject({
      permitted: true,
      sentence: { id: '2.c.1' },
    });
  });

  it('refuses a version that breaks its own promise, and goes on by the one before', async () => {
    const avow = await market();
    const { digest } = avow.policy.current();
    const careless = unguarded();
    await expect(avow.policy.publish(careless)).rejects.toMatchObject({
      code: 'AVOW_UNFIT',
      field: 'policy',
    });
    expect(avow.policy.current().digest).toBe(digest);
    await expect(openMarket(place(), { policy: careless })).rejects.toMatchObject({
      code: 'AVOW_UNFIT',
    });
  });

  it('puts the policy that a program starts with in force, once', async () => {
    const folder = place();
    const first = await openMarket(folder);
    const { digest } = first.policy.current();
    await first.close();

    const second = await openMarket(folder);
    expect(second.policy.current().digest).toBe(digest);
    expect(await second.policy.list()).toHaveLength(1);
    await second.close();

    const third = await openMarket(folder, { policy: without('2.c.1') });
    expect(third.policy.current().digest).not.toBe(digest);
    expect(await third.policy.list()).toHaveLength(2);
    await third.close();
  });
});
