import { describe, expect, it } from 'vitest';
import { type Scope, scopeNames } from '../../src/index.ts';
import { routes } from '../../src/v1/routes.ts';
import { open, type Place } from '../open.ts';
import { reach } from './reach.ts';

/** Each `METHOD /path` of the table, and what it takes. */
const taking = new Map<string, string>(
  Object.entries(reach).flatMap(([scope, lines]) =>
    lines
      .trim()
      .split(/\s*\n\s*/)
      .filter((line) => line !== '')
      .flatMap((line) => {
        const [methods = '', path] = line.split(' ');
        return methods.split('|').map((method) => [`${method} ${path}`, scope] as const);
      }),
  ),
);

const named = routes.map(
  ({ method, path }) => `${method.toUpperCase()} ${path.slice('/v1'.length)}`,
);

/** How a route turns somebody away at its door; anything else it says to who was let in. */
const atTheDoor = [
  ...['AVOW_KEY_MISSING', 'AVOW_KEY_REFUSED', 'AVOW_SCOPE_MISSING'],
  ...['AVOW_TOKEN_MISSING', 'AVOW_TOKEN_REFUSED'],
];

/** Asks for nothing in particular: whoever is let in is refused for what is lacking, and nothing is done. */
async function door({ server }: Place, route: string, key: string | undefined): Promise<string> {
  const [method = '', path = ''] = route.split(' ');
  const answer = await server.fetch(
    new Request(`http://localhost/v1${path.replaceAll(/\{\w+\}/g, 'x')}`, {
      method,
      headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
    }),
  );
  const text = await answer.text();
  const code = answer.status < 400 ? '' : String(JSON.parse(text).code);
  return atTheDoor.includes(code) ? `${answer.status} ${code}` : 'let in';
}

/** What the table says of a key at a route. */
function expected(route: string, scope: Scope | undefined): string {
  const needed = taking.get(route);
  if (needed === 'public') return 'let in';
  if (needed === 'partner') {
    return scope === undefined ? '401 AVOW_TOKEN_MISSING' : '401 AVOW_TOKEN_REFUSED';
  }
  if (scope === undefined) return '401 AVOW_KEY_MISSING';
  return scope === needed ? 'let in' : '403 AVOW_SCOPE_MISSING';
}

describe('every scope at every route of /v1, over HTTP', () => {
  it('is written down for each route there is, and for no other', () => {
    expect([...taking.keys()].sort()).toEqual([...named].sort());
  });

  it('is let in where it may, and nowhere else', async () => {
    const place = await open();
    for (const scope of [undefined, ...scopeNames]) {
      const key = scope === undefined ? undefined : await place.key(scope);
      const found = await Promise.all(
        named.map(async (route) => [scope, route, await door(place, route, key)]),
      );
      expect(found).toEqual(named.map((route) => [scope, route, expected(route, scope)]));
    }
  });
});
