import { describe, expect, it } from 'vitest';
import { asOrderId, type Decided, type EntryId, type PersonId } from '../src/index.ts';
import { permittedBy } from './cited.ts';
import { dice } from './dice.ts';
import { carrier, engageCarrier, engageShop, member, openOrder, shop } from './people.ts';
import { type Market, market, onPostgres } from './place.ts';

/** Lets others go first: some turns of the microtask queue, or of the event loop. */
async function dawdle(roll: (sides: number) => number): Promise<void> {
  const turns = roll(6);
  for (let turn = 0; turn < turns; turn += 1) await null;
  if (roll(4) === 0) await new Promise(setImmediate);
}

/**
 * Sends decisions and one change against each other, again and again. None may be permitted behind the
 * change: by the order of their entries, and by having begun after it had returned.
 */
async function race(
  rounds: number,
  begin: (round: number) => Promise<{
    decide(): Promise<Decided<unknown>>;
    change(): Promise<{ readonly entry: EntryId }>;
  }>,
): Promise<{ before: number; after: number }> {
  const roll = dice(20_260_105);
  const seen = { before: 0, after: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const { decide, change } = await begin(round);
    const decisions: Promise<Decided<unknown> | undefined>[] = [];
    const changing = dawdle(roll).then(change);
    for (let at = 0; at < 6; at += 1) {
      decisions.push(settled(dawdle(roll).then(decide)));
    }
    const { entry } = await changing;
    const behind = await outcome(decide());
    expect(behind).not.toBe('permitted');

    for (const decided of await Promise.all(decisions)) {
      if (decided === undefined) continue; // Erased: nothing was decided.
      const isBefore = decided.entry < entry;
      expect({ isBefore, permitted: decided.permitted }).toEqual({ isBefore, permitted: isBefore });
      seen[isBefore ? 'before' : 'after'] += 1;
    }
  }
  return seen;
}

async function outcome(decision: Promise<Decided<unknown>>): Promise<string> {
  const decided = await settled(decision);
  if (decided === undefined) return 'erased';
  return decided.permitted ? 'permitted' : 'refused';
}

async function settled(decision: Promise<Decided<unknown>>): Promise<Decided<unknown> | undefined> {
  return decision.catch((problem) => {
    if (problem.code !== 'AVOW_ERASED') throw problem;
    return undefined;
  });
}

/** How many of both sorts there must have been for a race to be one; who is quicker is the engine's. */
const enough = (count: number) => (onPostgres ? 0 : count);

const sharing = { purpose: 'marketing.partner', categories: ['contact.phone'] } as const;

async function consented(avow: Market, person: Awaited<ReturnType<typeof member>>) {
  const { purpose, categories } = sharing;
  const choice = { person, party: shop, action: 'share', purposes: [purpose], categories } as const;
  return avow.consents.give({ ...choice, language: 'en' });
}

describe('nothing is permitted behind', () => {
  it('a withdrawal', async () => {
    const avow = await market();
    const person = await member(avow);
    await engageShop(avow);
    const seen = await race(60, async () => {
      const { consent } = await consented(avow, person);
      return {
        decide: () => avow.disclosures.seal('share', { person, ...sharing, to: { party: shop } }),
        change: () => avow.consents.withdraw({ person, consent }),
      };
    });
    expect(Math.min(seen.before, seen.after)).toBeGreaterThan(enough(25));
  });

  it('a withdrawal, not even what was handed over before', async () => {
    const avow = await market();
    const person = await member(avow);
    await engageShop(avow);
    const seen = await race(60, async () => {
      const { consent } = await consented(avow, person);
      const what = { person, ...sharing, to: { party: shop } };
      const { disclosure } = permittedBy(await avow.disclosures.seal('share', what), '2.c.6');
      return {
        decide: () => avow.disclosures.read({ disclosure, party: shop }),
        change: () => avow.consents.withdraw({ person, consent }),
      };
    });
    expect(Math.min(seen.before, seen.after)).toBeGreaterThan(enough(25));
  });

  it('the end of an engagement', async () => {
    const avow = await market();
    let person: PersonId;
    const seen = await race(120, async (round) => {
      // There is an end to how much of one person a party may have open.
      if (round % 20 === 0) {
        person = await member(avow, `Mei ${round}`);
        await consented(avow, person);
      }
      const { engagement } = await engageShop(avow);
      return {
        decide: () => avow.disclosures.seal('share', { person, ...sharing, to: { party: shop } }),
        change: () => avow.parties.end({ party: shop, engagement }),
      };
    });
    expect(Math.min(seen.before, seen.after)).toBeGreaterThan(enough(50));
  });

  it('the end of the mechanism of a transfer', async () => {
    const avow = await market();
    const { person } = await avow.subjects.create({ country: 'DE' });
    await avow.agreement.accept({ person, language: 'en' });
    const covered = { purposes: ['keeping'], categories: ['contact.name'] } as const;
    const way = { kind: 'adequacy', origin: 'DE', destination: 'CN' } as const;
    const fields = { 'contact.name': 'Mia' };
    const seen = await race(120, async () => {
      const { mechanism } = await avow.mechanisms.register({
        ...way,
        ...covered,
        document: '0'.repeat(64),
      });
      return {
        decide: () => avow.collect({ person, purpose: 'account', fields }),
        change: () => avow.mechanisms.end({ mechanism }),
      };
    });
    // On PostgreSQL it ends while nobody decides: all six may have come before, and the seventh is behind.
    const fewest = onPostgres ? seen.before + seen.after : Math.min(seen.before, seen.after);
    expect(fewest).toBeGreaterThan(enough(50));
  });

  it('the end of an order', async () => {
    const avow = await market();
    const [seller, buyer] = [await member(avow, 'Li'), await member(avow, 'Mei')];
    await engageCarrier(avow);
    const categories = ['contact.address'] as const;
    const seen = await race(80, async (round) => {
      const order = asOrderId(`order-${round}`);
      await openOrder(avow, seller, buyer, order);
      const about = { purpose: 'fulfilment', categories, to: { party: carrier }, order } as const;
      return {
        decide: () => avow.disclosures.seal('provide', { person: buyer, ...about }),
        change: () => avow.orders.close({ order }),
      };
    });
    expect(Math.min(seen.before, seen.after)).toBeGreaterThan(enough(30));
  });

  it('a suspension', async () => {
    const avow = await market();
    const person = await member(avow);
    const categories = ['contact.name'] as const;
    const seen = await race(80, async () => {
      await avow.subjects.reinstate(person);
      return {
        decide: () => avow.act('use', { person, purpose: 'account', categories }),
        change: () => avow.subjects.suspend(person),
      };
    });
    expect(Math.min(seen.before, seen.after)).toBeGreaterThan(enough(30));
  });

  it('an erasure', async () => {
    const avow = await market();
    const seen = await race(30, async (round) => {
      const person = await member(avow, `Mei ${round}`);
      const categories = ['contact.name'] as const;
      return {
        decide: () => avow.act('use', { person, purpose: 'account', categories }),
        change: async () => {
          const erased = await avow.erase({ person });
          if (!erased.permitted) throw new Error('not erased');
          return { entry: erased.value.entry };
        },
      };
    });
    expect(seen.before).toBeGreaterThan(30);
  });
});
