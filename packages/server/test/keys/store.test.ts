import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { HttpFault } from '../../src/http/fault.ts';
import { openKeys } from '../../src/keys/store.ts';

const request = { label: 'the market', scopes: ['acts', 'history:read'] } as const;

function openAt(now: { at: number }) {
  const keys = openKeys(':memory:', () => now.at);
  onTestFinished(() => keys.close());
  return keys;
}

describe('an API key', () => {
  it('is verified by its secret, with the scopes it was made with', () => {
    const keys = openAt({ at: 1_000 });
    const { key, id } = keys.create(request);
    expect(keys.verify(key)).toEqual({
      ...request,
      id,
      created: 1_000,
      expires: undefined,
      revoked: undefined,
    });
  });

  it('is refused with another secret, another id, or in another form', () => {
    const keys = openAt({ at: 0 });
    const { key } = keys.create(request);
    const other = keys.create(request).key;
    const [, id = ''] = key.split('_');
    const swapped = `avk_${id}_${other.split('_').slice(2).join('_')}`;
    for (const wrong of [swapped, `${key}x`, key.slice(0, -1), key.toUpperCase(), '', 'avk__']) {
      expect(keys.verify(wrong)).toBeUndefined();
    }
  });

  it('is refused from the moment it is revoked, and stays revoked at that time', () => {
    const now = { at: 5 };
    const keys = openAt(now);
    const { key, id } = keys.create(request);
    expect(keys.revoke(id)?.revoked).toBe(5);
    expect(keys.verify(key)).toBeUndefined();
    now.at = 9;
    expect(keys.revoke(id)?.revoked).toBe(5);
  });

  it('is refused from its end on', () => {
    const now = { at: 5 };
    const keys = openAt(now);
    const { key } = keys.create({ ...request, expires: 10 });
    now.at = 9;
    expect(keys.verify(key)).toBeDefined();
    now.at = 10;
    expect(keys.verify(key)).toBeUndefined();
  });

  it('survives a restart, and no file holds its secret', () => {
    const folder = mkdtempSync(join(tmpdir(), 'avow-keys-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'made', 'keys.db');
    const first = openKeys(file);
    const { key } = first.create(request);
    const secret = key.slice('avk_'.length + 17);
    const onDisk = () =>
      readdirSync(dirname(file)).map((name) => readFileSync(join(dirname(file), name), 'latin1'));
    expect(onDisk().join()).not.toContain(secret);
    for (const name of readdirSync(dirname(file))) {
      expect(statSync(join(dirname(file), name)).mode & 0o777, name).toBe(0o600);
    }
    first.close();
    const second = openKeys(file);
    expect(second.verify(key)?.label).toBe('the market');
    second.close();
    expect(onDisk().join()).not.toContain(secret);
  });
});

describe('making a key is retried', () => {
  it('without making a second one, and without telling the secret again', () => {
    const keys = openAt({ at: 0 });
    let replays = 0;
    const once = { idempotencyKey: 'k1', onReplay: () => replays++ };
    const first = keys.createOnce(request, once);
    const again = keys.createOnce(request, once);
    expect(again).toEqual({ ...first, key: undefined });
    expect(replays).toBe(1);
    expect(keys.list()).toHaveLength(1);
  });

  it('with another request: refused, and nothing made', () => {
    const keys = openAt({ at: 0 });
    keys.createOnce(request, { idempotencyKey: 'k1' });
    const other = () => keys.createOnce({ ...request, label: 'x' }, { idempotencyKey: 'k1' });
    expect(other).toThrow(new HttpFault('AVOW_IDEMPOTENCY_MISMATCH'));
    expect(keys.list()).toHaveLength(1);
  });
});
