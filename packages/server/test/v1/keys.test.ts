import { describe, expect, it } from 'vitest';
import { routes } from '../../src/v1/routes.ts';
import { ask, open } from '../open.ts';

describe('/v1/keys', () => {
  it('makes a key that opens what it may, lists it without its secret, revokes it at once', async () => {
    const { server, key } = await open();
    const made = await ask(server, 'POST', '/v1/keys', {
      key: await key('admin'),
      body: { label: 'market', scopes: ['subjects:read'] },
    });
    expect(made.status).toBe(201);
    const look = () => ask(server, 'GET', '/v1/subjects/nobody', { key: made.body.key });
    expect((await look()).status).toBe(404);
    const listed = await ask(server, 'GET', '/v1/keys', { key: await key('admin') });
    expect(JSON.stringify(listed.body)).toContain(made.body.id);
    expect(JSON.stringify(listed.body)).not.toContain(made.body.key.slice(-43));
    const revoked = await ask(server, 'DELETE', `/v1/keys/${made.body.id}`, {
      key: await key('admin'),
    });
    expect(revoked.body.revoked).toEqual(expect.any(String));
    expect([(await look()).status, (await look()).body.code]).toEqual([401, 'AVOW_KEY_REFUSED']);
  });

  it('tells the secret once: a retry names the same key without it', async () => {
    const { server, key } = await open();
    const admin = await key('admin');
    const body = { label: 'market', scopes: ['acts'] };
    const first = await ask(server, 'POST', '/v1/keys', { key: admin, body, once: 'k' });
    const again = await ask(server, 'POST', '/v1/keys', { key: admin, body, once: 'k' });
    expect(again.body).toEqual({ ...first.body, key: null });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });
});

describe('every route', () => {
  it('asks for a key, for a genuine one, and for its scope', async () => {
    const { server, key } = await open();
    for (const { method, path, scope } of routes) {
      if (scope === 'public' || scope === 'partner') continue;
      const at = path.replaceAll(/\{\w+\}/g, 'x');
      const bare = await ask(server, method.toUpperCase(), at);
      expect([at, bare.status, bare.body.code]).toEqual([at, 401, 'AVOW_KEY_MISSING']);
      expect(bare.headers.get('www-authenticate')).toBe('Bearer realm="avow"');
      const forged = `avk_0123456789abcdef_${'A'.repeat(43)}`;
      const refused = await ask(server, method.toUpperCase(), at, { key: forged });
      expect([at, refused.status, refused.body.code]).toEqual([at, 401, 'AVOW_KEY_REFUSED']);
      const other = await key(scope === 'audit:read' ? 'acts' : 'audit:read');
      const lacking = await ask(server, method.toUpperCase(), at, { key: other });
      expect([at, lacking.status, lacking.body.code, lacking.body.scope]).toEqual([
        at,
        403,
        'AVOW_SCOPE_MISSING',
        scope,
      ]);
    }
  });

  it('of a party asks for a token, and takes no key, whatever its scopes', async () => {
    const { server, key } = await open();
    const all = await key();
    for (const { method, path } of routes.filter(({ scope }) => scope === 'partner')) {
      const at = path.replaceAll(/\{\w+\}/g, 'x');
      const bare = await ask(server, method.toUpperCase(), at);
      expect([at, bare.status, bare.body.code]).toEqual([at, 401, 'AVOW_TOKEN_MISSING']);
      expect(bare.headers.get('www-authenticate')).toBe('Bearer realm="avow"');
      const keyed = await ask(server, method.toUpperCase(), at, { key: all });
      expect([at, keyed.status, keyed.body.code]).toEqual([at, 401, 'AVOW_TOKEN_REFUSED']);
    }
  });
});
