import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Route } from '../../src/http/endpoint.ts';
import { describe as describeApi } from '../../src/openapi/document.ts';
import { chapters, routes } from '../../src/v1/routes.ts';
import { ask, open } from '../open.ts';
import { publishDocuments, register } from '../people.ts';
import { nearlyRight, text } from './nearly-right.ts';

const document = describeApi(chapters, 'test');

/** Words of the policy and of the interface, so that many requests are nearly right. */
const words = [
  'contact.phone',
  'contact.name',
  'account',
  'marketing.partner',
  'use',
  'share',
  'platform',
  'en',
  'CN',
  'order-1',
  'carrier',
  'servicePartner',
  '2030-01-01T00:00:00Z',
  'acts',
];

function bodies(route: Route, known: readonly string[]): fc.Arbitrary<string | undefined> {
  if (!route.body) return fc.constant(undefined);
  const item = document.paths?.[route.path] as Record<string, { requestBody?: Content }>;
  const schema = item[route.method]?.requestBody?.content['application/json']?.schema ?? {};
  const json = nearlyRight(document, schema, known).map((value) => JSON.stringify(value));
  const cut = fc
    .tuple(json, fc.nat())
    .map(([whole, at]) => whole.slice(0, at % (whole.length + 1)));
  return fc.oneof({ weight: 20, arbitrary: json }, cut, fc.string({ unit: 'binary' }));
}

interface Content {
  readonly content: Readonly<Record<string, { readonly schema?: object }>>;
}

const paths = (route: Route, known: readonly string[]) =>
  fc.array(text(known), { minLength: 3, maxLength: 3 }).map((values) =>
    // An empty segment, or one that no URL can hold, would be another route.
    route.path.replaceAll(/\{\w+\}/g, () => {
      const value = (values.pop() ?? '').slice(0, 300);
      return value === '' || !value.isWellFormed() ? 'x' : encodeURIComponent(value);
    }),
  );

describe('10,000 generated requests over all routes', () => {
  it('are answered, or refused with a code; none is a fault of ours', {
    timeout: 120_000,
  }, async () => {
    const place = await open();
    const { server, key, avow } = place;
    await publishDocuments(place);
    const known = [
      ...words,
      await register(place),
      await register(place, { 'contact.name': 'Lin' }),
    ];
    const authorization = `Bearer ${await key()}`;
    const statuses = new Map<number, number>();
    let asked = 0;

    const send = async (route: Route, path: string, body: string | undefined) => {
      const response = await server.fetch(
        new Request(`http://localhost${path}`, {
          method: route.method.toUpperCase(),
          headers: {
            authorization,
            'content-type': 'application/json',
            'idempotency-key': `generated-${asked++}`,
          },
          ...(body !== undefined && { body }),
        }),
      );
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      const answer = (await response.json()) as { code?: string };
      expect(response.status, `${route.id}: ${answer.code}`).toBeLessThan(500);
      if (response.status >= 400) expect(answer.code).toMatch(/^AVOW_[A-Z_]+$/);
    };

    for (const route of routes) {
      const input = fc.asyncProperty(paths(route, known), bodies(route, known), (path, body) =>
        send(route, path, body),
      );
      await fc.assert(input, { numRuns: Math.ceil(10_000 / routes.length) });
    }

    expect(asked).toBeGreaterThanOrEqual(10_000);
    // The generator reached past the door: what it asked for was done, refused and not found.
    for (const status of [200, 201, 400, 404, 422])
      expect(statuses.get(status)).toBeGreaterThan(10);
    expect((await ask(server, 'GET', '/ready')).body.ready).toBe(true);
    await avow.log.flush();
  });
});
