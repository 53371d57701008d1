import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { latest } from '../src/measures/latest.ts';
import { ask, open } from './open.ts';

describe('/measures', () => {
  it('shows each measure, how it stands, what it cannot do and what promises it', async () => {
    const { server, folder } = await open();
    const { status, body } = await ask(server, 'GET', '/measures?lang=en');
    expect(status).toBe(200);
    expect(body).toContain('No measure fails; 12 were checked');
    expect(body).toContain('#6.a.3">6.a.3</a>');
    expect(body).toContain('class="measure measure-held" id="limits"');
    expect(body).toContain('What it cannot do:');
    expect(body).not.toContain(folder);
  });

  it('turns red when one fails, in either language', async () => {
    const { server, folder } = await open();
    // Not the checkpoint itself: the next one is a new file, which nobody else can read again.
    chmodSync(join(folder, 'anchor', 'checkpoint.tombstones'), 0o644);
    const { body } = await ask(server, 'GET', '/measures?lang=en');
    expect(body).toContain('class="verdict verdict-failed"');
    expect(body).toContain('Not working: 1 of 12 measures');
    expect(body).toContain('class="measure measure-failed" id="keys-apart"');
    const chinese = (await ask(server, 'GET', '/measures?lang=zh-CN')).body;
    expect(chinese).toContain('12 项措施中有 1 项未生效');
    expect(chinese).not.toContain(folder);
  });

  it('sees a server that counts nobody', async () => {
    const { server } = await open({
      limits: { address: { perSecond: Number.POSITIVE_INFINITY, burst: Number.POSITIVE_INFINITY } },
    });
    const { measures } = (await ask(server, 'GET', '/v1/measures')).body;
    expect(measures.find(({ id }: { id: string }) => id === 'limits').state).toBe('failed');
  });
});

describe('GET /v1/measures', () => {
  it('tells a program the same, without a key', async () => {
    const { server } = await open();
    const { status, body } = await ask(server, 'GET', '/v1/measures?lang=zh-CN');
    expect([status, body.failed, body.measures.length]).toEqual([200, false, 12]);
    const states = Object.fromEntries(
      body.measures.map(({ id, state }: { id: string; state: string }) => [id, state]),
    );
    // Nobody has told this server of backups, and no drill is due yet.
    expect(states).toMatchObject({ log: 'held', backups: 'unknown', drill: 'unknown' });
    expect(body.measures[0].title).toMatch(/\p{Script=Han}/u);
  });
});

describe('POST /v1/measures/drill', () => {
  it('is for whoever may administer', async () => {
    const { server, key } = await open();
    expect((await ask(server, 'POST', '/v1/measures/drill')).status).toBe(401);
    const reader = await key('audit:read');
    expect((await ask(server, 'POST', '/v1/measures/drill', { key: reader })).status).toBe(403);
    const admin = await key('admin');
    const { status, body } = await ask(server, 'POST', '/v1/measures/drill', { key: admin });
    expect([status, body.code]).toEqual([409, 'AVOW_STATE']);
  });
});

describe('what was found', () => {
  it('serves everybody for ten seconds, and a fault nobody', async () => {
    let now = 0;
    let checks = 0;
    const check = latest(
      async () => {
        checks += 1;
        if (checks === 3) throw new Error('closed');
        return [];
      },
      () => now,
    );
    await Promise.all([check(), check()]);
    now = 9_999;
    await check();
    expect(checks).toBe(1);
    now = 10_000;
    await check();
    now = 20_000;
    await expect(check()).rejects.toThrow('closed');
    await check();
    expect(checks).toBe(4);
  });
});
