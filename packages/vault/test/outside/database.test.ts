import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  dataSchema,
  openAnchorFile,
  openOutside,
  openStore,
  openTombstoneFile,
  type PersonId,
  systemClock,
} from '../../src/index.ts';
import { newDatabase } from '../postgres/database.ts';
import { administer, type Server, startServer } from '../postgres/server.ts';

const library = join(import.meta.dirname, '../../src/index.ts');

describe('a database outside the stores', () => {
  it('is refused where a store is, by its name or by what it holds', async () => {
    const data = await newDatabase();
    expect(() => openOutside(`${data}?application_name=other`, [data])).toThrow(
      expect.objectContaining({ code: 'AVOW_ANCHOR' }),
    );
    await (await openStore(data, dataSchema, { clock: systemClock })).close();
    const { anchor, tombstones } = openOutside(data, []);
    expect(await anchor.read()).toBeUndefined();
    await expect(anchor.swap(undefined, 'a')).rejects.toMatchObject({ code: 'AVOW_ANCHOR' });
    const added = tombstones.add(['somebody' as PersonId]);
    await expect(added).rejects.toMatchObject({ code: 'AVOW_TOMBSTONES' });
  });

  it('is left alone by who only reads', async () => {
    const place = await newDatabase();
    const { anchor, tombstones, verifierKey } = openOutside(place, []);
    await Promise.all([anchor.read(), tombstones.exists(), verifierKey.read()]);
    const tables = "SELECT 1 FROM pg_tables WHERE schemaname = 'public'";
    expect(await administer(place, tables)).toEqual([]);
  });

  it('keeps no process from ending', async () => {
    const place = await newDatabase();
    const program = `
      import { openOutside } from ${JSON.stringify(library)};
      await openOutside(${JSON.stringify(place)}, []).anchor.swap(undefined, 'a');
      console.log(process.getActiveResourcesInfo().includes('TCPSocketWrap'));`;
    const options = ['--no-warnings', '--input-type=module', '--eval', program];
    const { stdout } = spawnSync(process.execPath, options, { encoding: 'utf8' });
    expect(stdout).toBe('false\n');
    expect(await openOutside(place, []).anchor.read()).toBe('a');
  });

  it('is never taken for the path of a file, nor is its password told', () => {
    const place = 'postgresql://avow:secret@db/anchor';
    for (const open of [openAnchorFile, openTombstoneFile]) {
      const refused = expect.objectContaining({
        code: 'AVOW_STORE',
        message: expect.not.stringContaining('secret'),
      });
      expect(() => open(place)).toThrow(refused);
    }
  });
});

describe('a server that goes away', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
  }, 120_000);
  afterAll(() => server.remove());

  it('is told as a fault, and found again when it is back', async () => {
    const place = await newDatabase(server.url('postgres'));
    const { anchor, tombstones } = openOutside(place, []);
    await anchor.swap(undefined, 'a');
    await tombstones.add([]);
    await server.stop();
    await expect(anchor.read()).rejects.toMatchObject({ code: 'AVOW_STORE' });
    const added = tombstones.add(['somebody' as PersonId]);
    await expect(added).rejects.toMatchObject({ code: 'AVOW_TOMBSTONES' });
    await server.start();
    expect(await anchor.read()).toBe('a');
    expect(await anchor.swap('a', 'b')).toBe(true);
  });
});
