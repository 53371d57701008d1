import { createSecretKey, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type MarketWords, policy } from '@avow/policy-market';
import { asPartyId, createAvow, type PersonId } from 'avow';
import { type Actor, dayOf, type Look, type Population } from './day.ts';

const TOGETHER = 200;
const MINUTE = 60_000;
/** Midnight, so that the day of the clock is a day of the limits. */
const MIDNIGHT = Date.UTC(2026, 4, 4);

/** What became of one actor. */
export interface Outcome {
  readonly actor: Actor;
  readonly caught: boolean;
  /** Different people whom it could look at before it was stopped, or all day. */
  readonly seen: number;
}

/** Plays a generated day on a platform with limits that are divided by `by`; every look is an act. */
export async function playDay(folder: string, seed: number, by: number): Promise<Outcome[]> {
  const rootKey = createSecretKey(randomBytes(32));
  let now = MIDNIGHT;
  const avow = await createAvow({
    policy: dividedBy(by),
    database: join(folder, 'data', 'avow.db'),
    keys: { rootKey: async () => rootKey, source: 'made for this run' },
    clock: { now: () => now },
  });
  try {
    const everybody = await several(Math.ceil(8_000 / by) + 200);
    const decoys = new Set(everybody.filter((_, at) => at % 100 === 50));
    for (const person of decoys) await avow.harvesting.decoys.add({ person });
    const population: Population = { everybody, decoys };
    const looks = dayOf(seed, by, population);
    const accounts = await accountsOf(looks);
    const seen = new Map<string, Set<string>>();
    const stopped = new Set<string>();
    for (const together of byMinute(looks)) {
      now = MIDNIGHT + together[0]!.minute * MINUTE;
      // Each goes its own way, one look after another; all of them at the same time.
      await Promise.all(byActor(together).map(async (own) => lookAll(own)));
    }
    return [...new Map(looks.map(({ actor }) => [actor.name, actor])).values()].map((actor) => ({
      actor,
      caught: stopped.has(actor.name),
      seen: seen.get(actor.name)?.size ?? 0,
    }));

    async function lookAll(own: readonly Look[]): Promise<void> {
      for (const { actor, person } of own) {
        if (stopped.has(actor.name)) return;
        await look(actor, person as PersonId);
        const against = await caught(actor);
        if (against) stopped.add(actor.name);
        seen.set(actor.name, (seen.get(actor.name) ?? new Set()).add(person));
      }
    }

    function look(actor: Actor, person: PersonId) {
      const to = accounts.get(actor.name)!;
      if (typeof to === 'object') {
        const asked = { person, purpose: 'rules.violation', to } as const;
        return avow.registers.join({ ...asked, categories: ['register.violation'] });
      }
      const asked = { person, purpose: 'fulfilment', to: { user: to } } as const;
      return avow.act('show', { ...asked, categories: ['contact.phone'] });
    }

    async function caught(actor: Actor): Promise<boolean> {
      const to = accounts.get(actor.name)!;
      const who = typeof to === 'object' ? to : { user: to };
      return (await avow.harvesting.against(who)).length > 0;
    }

    async function accountsOf(all: readonly Look[]) {
      const actors = new Map(all.map(({ actor }) => [actor.name, actor]));
      const made = new Map<string, PersonId | { readonly party: ReturnType<typeof asPartyId> }>();
      for (const { name, isParty } of actors.values()) {
        const party = () => ({ party: asPartyId(name.replaceAll(' ', '-')) });
        made.set(name, isParty ? party() : (await avow.subjects.create()).person);
      }
      return made;
    }
  } finally {
    await avow.close();
  }

  async function several(count: number): Promise<PersonId[]> {
    const made: PersonId[] = [];
    for (let from = 0; from < count; from += TOGETHER) {
      const length = Math.min(TOGETHER, count - from);
      const some = Array.from({ length }, async () => (await avow.subjects.create()).person);
      made.push(...(await Promise.all(some)));
    }
    return made.sort();
  }
}

function dividedBy(by: number): typeof policy {
  const { duties } = policy.vocabulary;
  const { inOrder, ...people } = duties.watchForHarvest.limits;
  const divided = Object.entries(people).map(([name, most]) => [name, Math.ceil(most / by)]);
  const limits = { ...Object.fromEntries(divided), inOrder };
  const watchForHarvest = { ...duties.watchForHarvest, limits };
  const vocabulary = { ...policy.vocabulary, duties: { ...duties, watchForHarvest } };
  return { ...policy, vocabulary } as unknown as typeof policy & { vocabulary: MarketWords };
}

function byMinute(looks: readonly Look[]): Look[][] {
  return [...Map.groupBy(looks, ({ minute }) => minute).values()];
}

function byActor(looks: readonly Look[]): Look[][] {
  return [...Map.groupBy(looks, ({ actor }) => actor.name).values()];
}
