import { expect, it, onTestFinished } from 'vitest';
import type { DisclosureId, PersonId } from '../src/index.ts';
import { givePartyKey } from './party-keys.ts';
import { engageShop, member, shop } from './people.ts';
import { type Market, onPostgres, openMarket, place } from './place.ts';

const purpose = 'marketing.partner';
const categories = ['contact.name'] as const;
const about = { purpose, categories, to: { party: shop } } as const;

/** Two processes where the engine lets there be two. */
async function two(): Promise<readonly [Market, Market]> {
  const folder = place();
  const here = await openMarket(folder);
  const there = onPostgres ? await openMarket(folder) : here;
  onTestFinished(async () => {
    await here.close();
    if (there !== here) await there.close();
  });
  return [here, there];
}

/** The most that is asked for in one race: it ends sooner, unless something is amiss. */
const MOST = 100;

/** Hands over and opens on one process without a pause, until it is told to stop. */
function handing(avow: Market, person: PersonId) {
  const handed: DisclosureId[] = [];
  const opened: { readonly began: number; readonly permitted: boolean }[] = [];
  const { promise: begun, resolve: isUnderWay } = Promise.withResolvers<void>();
  let rounds = 0;
  let isOver = false;
  const go = async () => {
    while (!isOver && rounds++ < MOST) {
      const sealed = await avow.disclosures
        .seal('share', { person, ...about })
        .catch(unlessAnswered);
      if (sealed?.permitted) handed.push(sealed.value.disclosure);
      const disclosure = handed[rounds % handed.length];
      if (disclosure === undefined) continue;
      const began = performance.now();
      const open = avow.disclosures.open({ disclosure, party: shop });
      const { permitted = false } = (await open.catch(unlessAnswered)) ?? {};
      opened.push({ began, permitted });
      if (opened.length > 5) isUnderWay();
    }
  };
  const all = Promise.all(Array.from({ length: 4 }, go));
  const stop = async () => {
    isOver = true;
    await all;
    return opened;
  };
  return { begun, stop, handed };
}

/** Gone, or without a key to be answered with: an answer as good as a refusal. */
function unlessAnswered(problem: unknown): undefined {
  const { code } = problem as { readonly code?: string };
  const answers = ['AVOW_ERASED', 'AVOW_NOT_FOUND', 'AVOW_STATE'];
  if (code === undefined || !answers.includes(code)) throw problem;
}

it.each(['withdrawal', 'end', 'erasure', 'suspension', 'revocation'] as const)(
  'nothing opens after a %s that came while things were handed over and opened',
  async (how) => {
    const [here, there] = await two();
    const { engagement } = await engageShop(here);
    const { kid } = await givePartyKey(here, shop);
    const person = await member(here);
    const said = { person, party: shop, action: 'share', purposes: [purpose], categories } as const;
    const { consent } = await here.consents.give({ ...said, language: 'en' });
    const busy = handing(there, person);
    await busy.begun;
    const ends = {
      withdrawal: () => here.consents.withdraw({ person, consent }),
      end: () => here.parties.end({ party: shop, engagement }),
      erasure: () => here.erase({ person }),
      suspension: () => here.subjects.suspend(person),
      revocation: () => here.parties.revokeKey({ party: shop, kid }),
    };
    await ends[how]();
    const ended = performance.now();
    const opened = await busy.stop();
    const late = busy.handed.map((disclosure) =>
      there.disclosures.open({ disclosure, party: shop }).catch(unlessAnswered),
    );
    const after = opened.filter(({ began }) => began > ended);
    const all = [...after, ...(await Promise.all(late))];
    expect(all.filter((each) => each?.permitted)).toEqual([]);
    if (how !== 'withdrawal') return;
    // Whatever was handed over until then is closed with it, none forgotten.
    const states = await there.disclosures.of(person);
    expect(states.map(({ closed }) => closed?.because)).toEqual(states.map(() => 'withdrawn'));
  },
  30_000,
);
