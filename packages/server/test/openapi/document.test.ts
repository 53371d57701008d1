import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/http/catalogue.ts';
import { scopeNames } from '../../src/keys/scopes.ts';
import { codesOf } from '../../src/openapi/codes.ts';
import { describe as describeApi } from '../../src/openapi/document.ts';
import { rowsOf } from '../../src/openapi/rows.ts';
import { chapters, routes } from '../../src/v1/routes.ts';

const document = describeApi(chapters, '0.1.0');

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const plain = JSON.parse(JSON.stringify(document));
    const result = await new Validator().validate(plain);
    expect(result).toEqual({ valid: true });
    expect(plain.openapi).toBe('3.1.0');
  });

  it('holds every route, each with an id of its own', () => {
    const described = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
      Object.keys(item as object).map((method) => `${method} ${path}`),
    );
    expect(described.sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
    expect(new Set(routes.map(({ id }) => id)).size).toBe(routes.length);
  });

  it('names for each route the scope that it asks for', () => {
    for (const route of routes) {
      const item = document.paths?.[route.path] as Record<string, { security?: unknown }>;
      expect(item[route.method]?.security).toEqual(
        route.scope === 'public'
          ? []
          : route.scope === 'partner'
            ? [{ partyToken: [] }]
            : [{ apiKey: [route.scope] }],
      );
    }
  });

  it('lists every field of every request and answer with a type', () => {
    for (const route of routes) {
      const answer = rowsOf(document, route, 'answer');
      expect(answer.length, route.id).toBeGreaterThan(0);
      for (const { name, type } of [...answer, ...rowsOf(document, route, 'request')]) {
        expect(type, `${route.id} ${name}`).not.toMatch(/any|undefined|^$/);
      }
    }
  });
});

describe('every scope', () => {
  it('opens something', () => {
    const used = new Set<string>(routes.map(({ scope }) => scope));
    // Entries of the log are served as files, beside `/v1`.
    expect(scopeNames.filter((scope) => !used.has(scope))).toEqual(['audit:read']);
  });
});

describe('every code that a route names', () => {
  it('has its place in the catalogue', () => {
    for (const route of routes) {
      for (const code of codesOf(route)) expect(catalogue[code].title).not.toBe('');
    }
  });
});
