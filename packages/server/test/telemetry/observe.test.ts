import { afterAll, describe, expect, it } from 'vitest';
import { catalogue as library } from '../../../avow/src/telemetry/catalogue.ts';
import { onPostgres } from '../../../vault/test/stores.ts';
import { createLog } from '../../src/index.ts';
import { catalogue as server } from '../../src/telemetry/catalogue.ts';
import { ask, open, type Place } from '../open.ts';
import { publishDocuments, register } from '../people.ts';
import { listen } from './listener.ts';
import { coded, tableOf } from './table.ts';

const listener = listen();
afterAll(() => listener.stop());

const catalogue = { ...server, ...library };

/** What only one of the engines tells, or only a race, or only time. */
const elsewhere = new Set([
  ...(onPostgres ? ['avow.store.batch.size'] : []),
  'avow.store.lock.wait',
  'avow.store.retries',
  'avow.act.replans',
  'avow.sweep.rows',
  'avow.campaigns.messages',
  'avow.imports.lines',
]);

/** What a person may be found by. */
const seeds = {
  name: 'Mei Lin Okonkwo',
  phone: '+86 20 5555 0199',
  address: '12 Quay Street',
  email: 'mei.lin@example.com',
};

/** Every id that an answer holds, at any depth. */
function idsIn(value: unknown, name = ''): string[] {
  if (typeof value === 'string') {
    return /^(id|person|entry|party|order|consent|engagement)$/.test(name) ? [value] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    idsIn(each, Array.isArray(value) ? name : key),
  );
}

/** A day on a server, through every kind of request, with values and ids wherever there is room. */
async function playDay(place: Place) {
  const { server: http, avow } = place;
  const key = await place.key();
  const ids: string[] = [];
  const asked = async (method: string, path: string, body?: unknown, headers = {}) => {
    const told = await ask(http, method, path, { key, body, headers });
    ids.push(...idsIn(told.body));
    return told;
  };
  const hostile = {
    'user-agent': seeds.name,
    'x-forwarded-for': seeds.phone,
    tracestate: 'vendor=mei.lin',
    baggage: `who=${encodeURIComponent(seeds.email)}`,
    cookie: `who=${encodeURIComponent(seeds.name)}`,
  };
  await publishDocuments(place);
  const people = [];
  for (const side of [1, 2]) {
    const person = await register(place, {
      'contact.name': `${seeds.name} ${side}`,
      'contact.phone': seeds.phone,
      'contact.address': seeds.address,
    });
    people.push(person);
  }
  ids.push(...people, 'quay-street-carrier', 'order-of-mei');
  const [seller = '', buyer = ''] = people;
  const purpose = 'account';
  await asked('POST', '/v1/acts/use', { person: buyer, purpose, categories: ['contact.phone'] });
  await asked('POST', '/v1/acts/use', {
    person: buyer,
    purpose: 'wish',
    categories: ['contact.phone'],
  });
  await asked('POST', '/v1/parties/quay-street-carrier/engagements', {
    as: 'servicePartner',
    purposes: ['fulfilment'],
    categories: ['contact.address'],
    country: 'CN',
  });
  await asked('POST', '/v1/orders', {
    order: 'order-of-mei',
    sides: [seller, buyer],
    serving: [{ party: 'quay-street-carrier', categories: ['contact.address'] }],
  });
  await asked('POST', '/v1/acts/provide/sealed', {
    person: buyer,
    purpose: 'fulfilment',
    categories: ['contact.address'],
    to: { party: 'quay-street-carrier' },
    order: 'order-of-mei',
  });
  await asked('GET', `/v1/subjects/${buyer}/history`);
  const visit = { ip: '203.0.113.7', page: `/${seeds.name}`, [seeds.name]: seeds.phone };
  await asked('POST', '/v1/visits', { person: buyer, visits: [visit] });
  avow.visits.missed('full');
  for (const keyword of [seeds.name, seeds.phone]) await asked('POST', '/v1/searches', { keyword });
  for (const seed of Object.values(seeds)) {
    const written = encodeURIComponent(seed);
    await asked('GET', `/v1/subjects/${written}`, undefined, hostile);
    await asked('GET', `/v1/subjects/${written}/history?limit=${written}`, undefined, hostile);
    await asked('POST', `/v1/acts/${written}`, {
      person: seed,
      purpose: seed,
      categories: [seed],
      to: { party: seed },
    });
    avow.cookies.stray({ name: seed, where: 'sent' });
    await asked('POST', '/v1/subjects/find', { category: 'contact.phone', value: seed }, hostile);
    await asked('GET', `/${written}?q=${written}`, undefined, hostile);
    await ask(http, 'GET', '/v1/subjects/x', {
      key: `avk_${written}_${written}`,
      headers: hostile,
    });
  }
  await asked('POST', `/v1/subjects/${seller}/erasure`, {});
  await avow.sweep();
  await avow.log.flush();
  return { ids: [...new Set(ids)] };
}

/** One request more than a key may make. */
async function askTooMuch() {
  const place = await open({ limits: { key: { perSecond: 0.001, burst: 1 } } });
  const key = await place.key();
  for (const status of [404, 429]) {
    expect((await ask(place.server, 'GET', '/v1/subjects/x', { key })).status).toBe(status);
  }
}

async function play() {
  const lines: string[] = [];
  const log = createLog({ write: (line) => lines.push(line) });
  const place = await open({ log });
  const { ids } = await playDay(place);
  await askTooMuch();
  const metrics = await listener.metrics();
  const { body: text } = await ask(place.server, 'GET', '/metrics');
  return { ids, metrics, spans: listener.spans(), lines, text: String(text) };
}

describe('what a day leaves with whoever watches', () => {
  it('holds no personal value and no id of anybody or anything', async () => {
    const { ids, metrics, spans, lines, text } = await play();
    const told = [
      JSON.stringify(metrics),
      ...spans.map(({ name, attributes, events, links, status, resource }) =>
        JSON.stringify({ name, attributes, events, links, status, resource: resource.attributes }),
      ),
      // Neither what a trace carries along.
      ...spans.map((span) => span.spanContext().traceState?.serialize() ?? ''),
      ...lines,
      text,
    ];
    expect([ids.length > 10, spans.length > 50, lines.length > 30]).toEqual([true, true, true]);
    const whole = told.join('\n');
    const plain = `${whole}\n${safelyDecoded(whole)}`;
    const parts = [
      ...Object.values(seeds),
      'Okonkwo',
      '5555 0199',
      'Quay',
      'quay',
      'mei.lin',
      'vendor',
    ];
    for (const part of [...parts, ...ids]) expect(plain.includes(part), part).toBe(false);
  });

  it('is what the page says, no more and no less: metrics', async () => {
    const { metrics, text } = await play();
    for (const { descriptor, dataPoints } of metrics) {
      const known: readonly string[] =
        catalogue[descriptor.name as keyof typeof catalogue]?.attributes ?? [];
      const names = dataPoints.flatMap(({ attributes }) => Object.keys(attributes));
      expect([descriptor.name, names.filter((name) => !known.includes(name))]).toEqual([
        descriptor.name,
        [],
      ]);
    }
    const told = metrics.filter(({ dataPoints }) => dataPoints.length > 0);
    const expected = Object.keys(catalogue).filter((name) => !elsewhere.has(name));
    const names = told.map(({ descriptor }) => descriptor.name);
    expect(names).toEqual(expect.arrayContaining(expected));
    for (const name of expected) expect(text).toContain(`# TYPE ${name.replaceAll('.', '_')}`);
  });

  it('is what the page says, no more and no less: spans', async () => {
    const { spans } = await play();
    const rows = tableOf('Spans').map((row) => ({
      names: coded(row['Name']),
      attributes: coded(row['Attributes']),
    }));
    const rowOf = (name: string) =>
      rows.find(({ names }) => names.includes(name)) ??
      rows.find(({ names: [first = ''] }) =>
        / (data|keys)$/.test(name) ? first === 'unit data' : first.startsWith('GET '),
      );
    const seen = new Map<(typeof rows)[number], Set<string>>();
    for (const { name, attributes } of spans) {
      const row = rowOf(name);
      expect(row, name).toBeDefined();
      if (row === undefined) continue;
      const known = seen.get(row) ?? new Set();
      seen.set(row, known);
      for (const attribute of Object.keys(attributes)) {
        expect(row.attributes, `${name} ${attribute}`).toContain(attribute);
        known.add(attribute);
      }
    }
    expect(seen.size).toBe(rows.length);
  });
});

describe('the table of metrics', () => {
  it('is the catalogue: name, kind, unit, attributes and what it tells', () => {
    const told = tableOf('Metrics').map((row) => ({
      name: coded(row['Name']).join(),
      kind: row['Kind'],
      unit: row['Unit'],
      attributes: coded(row['Attributes']),
      about: row['What it tells'],
    }));
    const kept = Object.entries(catalogue).map(([name, { kind, unit, attributes, about }]) => ({
      name,
      kind,
      unit,
      attributes: [...attributes],
      about,
    }));
    expect(told).toEqual(kept);
  });

  it('says of each when to worry', () => {
    for (const row of tableOf('Metrics')) expect(row['When to worry'], row['Name']).not.toBe('');
  });
});

describe('a request that belongs to a trace', () => {
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const spanId = 'b7ad6b7169203331';

  it('goes on with it, and its log line names it', async () => {
    const { server: http, log, key } = await open();
    const headers = { traceparent: `00-${traceId}-${spanId}-01`, tracestate: 'a=b' };
    await ask(http, 'GET', '/v1/subjects/x', { key: await key(), headers });
    const span = listener.spans().findLast((each) => each.name.startsWith('GET '));
    expect(span?.spanContext()).toMatchObject({ traceId });
    expect(span?.parentSpanContext).toMatchObject({ traceId, spanId, isRemote: true });
    expect(span?.spanContext().traceState).toBeUndefined();
    expect(log.at(-1)).toMatchObject({ trace: traceId, route: '/v1/subjects/:person' });
  });

  it.each([
    '',
    'nonsense',
    `00-${'0'.repeat(32)}-${spanId}-01`,
    `00-${traceId}-${'0'.repeat(16)}-01`,
    `ff-${traceId}-${spanId}-01`,
    `00-${traceId.toUpperCase()}-${spanId}-01`,
  ])('begins one of its own where "%s" names none', async (traceparent) => {
    const { server: http, log } = await open();
    await ask(http, 'GET', '/health', { headers: { traceparent } });
    expect(log.at(-1)?.trace).toMatch(/^(?!0{32})[0-9a-f]{32}$/);
    expect(log.at(-1)?.trace).not.toBe(traceId);
  });

  it('has the act that it asks for below it, and the unit of work below that', async () => {
    const place = await open();
    await publishDocuments(place);
    const person = await register(place);
    const body = { person, purpose: 'account', categories: ['contact.phone'] };
    await ask(place.server, 'POST', '/v1/acts/use', { key: await place.key(), body });
    const spans = listener.spans();
    const request = spans.findLast(({ name }) => name === 'POST /v1/acts/:action');
    const act = spans.findLast(({ name }) => name === 'avow.act');
    const unit = spans.findLast(({ name }) => name === 'unit data');
    expect(act?.parentSpanContext?.spanId).toBe(request?.spanContext().spanId);
    expect(unit?.parentSpanContext?.spanId).toBe(act?.spanContext().spanId);
    expect(act?.attributes).toMatchObject({
      'avow.action': 'use',
      'avow.purpose': 'account',
      'avow.category': ['contact.phone'],
      'avow.outcome': 'permitted',
    });
  });
});

function safelyDecoded(text: string): string {
  return text.replaceAll(/(?:%[0-9A-Fa-f]{2})+/g, (part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
}
