import { type Client, granted } from '../servers/client.ts';
import type { HandedModel, World } from './model.ts';
import { registered } from './registered.ts';

/** What happens in the world: done on the server over HTTP, and written down beside it. */
export interface Life {
  readonly world: World;
  readonly people: readonly string[];
  engage(
    party: string,
    what: { as: string; purposes: string[]; categories: string[] },
  ): Promise<void>;
  end(party: string): Promise<void>;
  suspend(party: string): Promise<void>;
  reinstate(party: string): Promise<void>;
  order(name: string, serving: Readonly<Record<string, readonly string[]>>): Promise<void>;
  close(order: string): Promise<void>;
  allow(
    party: string,
    what: { action: string; purpose: string; categories: string[] },
  ): Promise<void>;
  takeBack(party: string): Promise<void>;
}

/** A life that begins now, of two people who accepted and registered. */
export async function begin(server: Client, handed: HandedModel[]): Promise<Life> {
  const people = [await registered(server), await registered(server)];
  const [person = ''] = people;
  const world: World = { parties: new Map(), orders: new Map(), permissions: [], clock: 0 };
  const engagements = new Map<string, string>();
  const consents = new Map<string, string>();
  const path = (party: string) => `/v1/parties/${party}`;

  return {
    world,
    people,
    async engage(party, what) {
      const body = { ...what, country: 'CN' };
      const made = await granted(server('POST', `${path(party)}/engagements`, { body }));
      engagements.set(party, made.engagement);
      const { suspended = false } = world.parties.get(party) ?? {};
      world.parties.set(party, { ...what, since: tick(world), ended: false, suspended });
    },
    async end(party) {
      await granted(server('DELETE', `${path(party)}/engagements/${engagements.get(party)}`));
      world.parties.get(party)!.ended = true;
    },
    async suspend(party) {
      await granted(server('PUT', `${path(party)}/suspension`));
      world.parties.get(party)!.suspended = true;
    },
    async reinstate(party) {
      await granted(server('DELETE', `${path(party)}/suspension`));
      world.parties.get(party)!.suspended = false;
    },
    async order(name, serving) {
      const parts = Object.entries(serving).map(([party, categories]) => ({ party, categories }));
      const body = { order: name, sides: people, serving: parts };
      await granted(server('POST', '/v1/orders', { body }));
      const since = tick(world);
      const parties = new Map(Object.entries(serving));
      world.orders.set(name, { since, serving: parties, sides: people, open: true });
    },
    async close(order) {
      await granted(server('POST', `/v1/orders/${order}/closure`));
      world.orders.get(order)!.open = false;
    },
    async allow(party, { action, purpose, categories }) {
      const body = {
        party,
        action,
        purposes: [purpose],
        categories,
        language: 'en',
        answer: 'give',
      };
      const path = `/v1/subjects/${person}/consents`;
      const { consent } = await granted(server('POST', path, { body }));
      consents.set(party, consent);
      world.permissions.push({ person, party, action, purpose, categories, given: true });
    },
    async takeBack(party) {
      await granted(server('DELETE', `/v1/subjects/${person}/consents/${consents.get(party)}`));
      const taken = world.permissions.filter((each) => each.party === party && each.given);
      for (const each of taken) {
        each.given = false;
        for (const one of handed.filter((of) => restsOn(of, each))) one.closed = true;
      }
    },
  };
}

/** A moment passes. */
export function tick(world: World): number {
  world.clock += 1;
  return world.clock;
}

/** What was handed over by that permission; a withdrawal closes it for good. */
function restsOn(handed: HandedModel, permission: World['permissions'][number]): boolean {
  return (
    handed.party === permission.party &&
    handed.person === permission.person &&
    handed.action === permission.action &&
    handed.purpose === permission.purpose
  );
}
