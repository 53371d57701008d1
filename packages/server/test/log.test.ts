import { leafHash, parseCheckpoint, unbundle } from '@avow/ledger';
import { describe, expect, it } from 'vitest';
import { open, type Place } from './open.ts';

async function fetchFrom({ server }: Place, path: string, key?: string) {
  const headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
  const response = await server.fetch(new Request(`http://localhost/log/${path}`, { headers }));
  return { response, bytes: new Uint8Array(await response.clone().arrayBuffer()) };
}

describe('/log', () => {
  it('publishes checkpoint and tiles to anyone, entries to auditors, and they agree', async () => {
    const place = await open();
    const { person } = await place.avow.subjects.create();
    await place.avow.act('use', { person, purpose: 'account', categories: ['contact.name'] });
    await place.avow.log.flush();

    const { response } = await fetchFrom(place, 'checkpoint');
    const note = await response.text();
    expect(note).toBe(await place.avow.log.checkpoint());
    const { size } = parseCheckpoint(note.slice(0, note.indexOf('\n\n') + 1));
    expect(size).toBeGreaterThan(0);

    const tile = await fetchFrom(place, `tile/0/000.p/${size}`);
    expect(tile.response.headers.get('cache-control')).toContain('immutable');
    const entries = await fetchFrom(
      place,
      `tile/entries/000.p/${size}`,
      await place.key('audit:read'),
    );
    const hashes = unbundle(entries.bytes).map((entry) => Buffer.from(leafHash(entry)));
    expect(Buffer.concat(hashes).equals(Buffer.from(tile.bytes))).toBe(true);
  });

  it('keeps entries from whoever may not audit', async () => {
    const place = await open();
    expect((await fetchFrom(place, 'tile/entries/000.p/1')).response.status).toBe(401);
    const { response } = await fetchFrom(place, 'tile/entries/000.p/1', await place.key('acts'));
    expect(response.status).toBe(403);
  });

  it('answers 404 for a path that names no tile, and for a tile that is not there', async () => {
    const place = await open();
    for (const path of [
      'tile/0/1',
      'tile/x/000',
      'tile/0/000.p/256',
      'tile/64/000',
      'tile/0/999',
    ]) {
      expect((await fetchFrom(place, path)).response.status, path).toBe(404);
    }
  });
});
