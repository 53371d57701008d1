import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Client, granted } from '../servers/client.ts';
import { makeDeployment } from '../servers/deployment.ts';
import { type PartyClient, partyClient } from './party-client.ts';
import { registered } from './registered.ts';
import { serveFile } from './serve-alone.ts';

// A party opens in a loop, on every server there is, and something ends. From the return of that call no
// opening that is asked for is granted, on any of them; and the call said what was still running.

interface Place {
  readonly servers: readonly { readonly url: string; readonly ask: Client }[];
  remove(): Promise<void>;
}

const places: Readonly<Record<string, () => Promise<Place>>> = {
  'one server on SQLite': async () => {
    const served = await serveFile();
    return { servers: [served], remove: () => served.remove() };
  },
  'two servers on PostgreSQL': async () => {
    const deployment = await makeDeployment();
    const servers = [await deployment.serve(), await deployment.serve()];
    return { servers, remove: () => deployment.remove() };
  },
};

/** What ends: how the party came by it, and the call that ends it. */
const endings: Readonly<Record<string, Ending>> = {
  'the order': {
    ground: 'order',
    end: (ask, { order }) => ask('POST', `/v1/orders/${order}/closure`),
  },
  'the engagement': {
    ground: 'order',
    end: (ask, { party, engagement }) =>
      ask('DELETE', `/v1/parties/${party}/engagements/${engagement}`),
  },
  'the permission': {
    ground: 'permission',
    end: (ask, { person, consent }) => ask('DELETE', `/v1/subjects/${person}/consents/${consent}`),
  },
  'the permission, by a refusal': {
    ground: 'permission',
    end: (ask, { person, choice }) =>
      ask('POST', `/v1/subjects/${person}/consents`, { body: { ...choice, answer: 'refuse' } }),
  },
  'the party’s standing': {
    ground: 'order',
    end: (ask, { party }) => ask('PUT', `/v1/parties/${party}/suspension`),
  },
  'the account, suspended': {
    ground: 'order',
    end: (ask, { person }) => ask('PUT', `/v1/subjects/${person}/suspension`),
  },
  'the disclosure, closed by its person': {
    ground: 'order',
    end: (ask, { person, disclosure }) =>
      ask('DELETE', `/v1/subjects/${person}/disclosures/${disclosure}`),
  },
  'the person’s data, erased': {
    ground: 'order',
    end: async (ask, { person }) => {
      const answer = await ask('POST', `/v1/subjects/${person}/erasure`);
      return { ...answer, body: answer.body.value };
    },
  },
};

interface Ending {
  readonly ground: 'order' | 'permission';
  end(ask: Client, of: Handed): Promise<Answer>;
}

interface Handed {
  readonly person: string;
  readonly party: string;
  readonly disclosure: string;
  readonly engagement: string;
  readonly order: string;
  readonly consent: string | undefined;
  readonly choice: object;
}

const categories = ['contact.name', 'contact.phone'];

describe.each(Object.keys(places))('on %s', (name) => {
  let place: Place;
  beforeAll(async () => {
    place = await places[name]!();
  }, 300_000);
  afterAll(() => place.remove());

  it.each(Object.keys(endings))(
    'nothing opens once it has ended: %s',
    async (what) => {
      const { ground, end } = endings[what]!;
      const [first] = place.servers;
      const handed = await handOver(
        first!.ask,
        ground,
        `party-${Object.keys(endings).indexOf(what)}`,
      );
      const partners = await partnersOf(place, handed.party);
      const loops = partners.flatMap((partner) => [0, 1].map(() => openInALoop(partner, handed)));
      await Promise.all(loops.map((loop) => loop.opened(10)));

      const { status, body } = await end(first!.ask, handed);
      const ended = performance.now();
      expect(status).toBeLessThan(300);
      await Promise.all(loops.map((loop) => loop.asked(5, ended)));
      for (const loop of loops) loop.stop();
      const answers = (await Promise.all(loops.map((loop) => loop.done))).flat();

      const late = answers.filter((answer) => answer.since > ended && answer.expires !== undefined);
      expect(late).toEqual([]);
      const readings = partners.map((partner) => partner.ask(handed.disclosure, 'reading'));
      for (const reading of await Promise.all(readings)) {
        expect(reading.body.permitted).not.toBe(true);
      }
      // What had been granted runs out when the answer says, and a minute later at most.
      const lasts = Math.max(...answers.map(({ expires = 0 }) => expires));
      const running = body.running.map((each: Runs) => [each.disclosure, Date.parse(each.until)]);
      expect(running).toEqual([[handed.disclosure, lasts]]);
      for (const partner of partners) partner.close();
    },
    120_000,
  );
});

interface Runs {
  readonly disclosure: string;
  readonly until: string;
}

/** Somebody, a party with keys, and something handed over to it. */
async function handOver(ask: Client, ground: Ending['ground'], party: string): Promise<Handed> {
  const [person, other] = [await registered(ask), await registered(ask)];
  const isOrder = ground === 'order';
  const purpose = isOrder ? 'fulfilment' : 'marketing.partner';
  const { engagement } = await granted(
    ask('POST', `/v1/parties/${party}/engagements`, {
      body: {
        as: isOrder ? 'servicePartner' : 'marketingPartner',
        ...{ purposes: [purpose], categories, country: 'CN' },
      },
    }),
  );
  const order = `order-${party}`;
  const choice = { party, action: 'share', purposes: [purpose], categories, language: 'en' };
  let consent: string | undefined;
  if (isOrder) {
    const serving = [{ party, categories }];
    await granted(ask('POST', '/v1/orders', { body: { order, sides: [person, other], serving } }));
  } else {
    const body = { ...choice, answer: 'give' };
    ({ consent } = await granted(ask('POST', `/v1/subjects/${person}/consents`, { body })));
  }
  const action = isOrder ? 'provide' : 'share';
  const body = { person, purpose, categories, to: { party }, ...(isOrder ? { order } : {}) };
  const decided = await granted(ask('POST', `/v1/acts/${action}/sealed`, { body }));
  const { disclosure } = decided.value;
  return { person, party, disclosure, engagement, order, consent, choice };
}

/** The party with one set of keys, asking each of the servers. */
async function partnersOf({ servers }: Place, party: string): Promise<PartyClient[]> {
  const [first, ...others] = servers;
  const partner = await partyClient(first!, party);
  return [partner, ...others.map(({ url }) => partner.at(url))];
}

/** Opens again and again, until it is stopped. */
function openInALoop(partner: PartyClient, { disclosure }: Handed) {
  const answers: { readonly since: number; readonly expires: number | undefined }[] = [];
  const waiting: { readonly is: () => boolean; readonly done: () => void }[] = [];
  let isStopped = false;

  async function run() {
    while (!isStopped) {
      const since = performance.now();
      const { body } = await partner.ask(disclosure, 'opening');
      answers.push({ since, expires: body.permitted ? Date.parse(body.value.expires) : undefined });
      for (const { is, done } of waiting) if (is()) done();
    }
    return answers;
  }
  const until = (is: () => boolean) =>
    new Promise<void>((done) => (is() ? done() : waiting.push({ is, done })));

  const done = run();
  return {
    done,
    opened: (times: number) => until(() => answers.filter((each) => each.expires).length >= times),
    asked: (times: number, after: number) =>
      until(() => answers.filter(({ since }) => since > after).length >= times),
    stop() {
      isStopped = true;
    },
  };
}
