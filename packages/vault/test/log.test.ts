import { DatabaseSync } from 'node:sqlite';
import {
  inclusionProof,
  leafHash,
  parseProof,
  TILE_WIDTH,
  verifyCheckpoint,
  verifyInclusion,
  verifyPromise,
} from '@avow/ledger';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Vault } from '../src/index.ts';
import { CLASSES, collect, recount, register, show } from './deeds.ts';
import { makePlace, onPostgres, type Place } from './place.ts';

let place: Place;
let vault: Vault;

beforeEach(async () => {
  place = makePlace();
  // Rounds only when a test asks for one.
  vault = await place.open({ interval: 3_600_000 });
});

afterEach(async () => {
  await vault.close();
  place.remove();
});

/** As PostgreSQL does by itself when it is killed. Of SQLite the last entry is moved, and numbers go on from it. */
async function skipNumbers(data: string): Promise<void> {
  if (onPostgres) {
    const { administer } = await import('./postgres/server.ts');
    await administer(data, "SELECT setval('entry_arrival_seq', 1000)");
    return;
  }
  const database = new DatabaseSync(data);
  database.exec(`UPDATE entry SET arrival = 1000 WHERE arrival = (SELECT max(arrival) FROM entry);
    UPDATE stretch SET count = count - 1;
    INSERT INTO stretch SELECT count, 1000, 1 FROM stretch`);
  database.close();
}

describe('a receipt', () => {
  it('is a promise at first and a proof afterwards', async () => {
    const person = await register(vault);
    const { entry } = await collect(vault, person, 'x');
    const early = await vault.receipt(entry as never);
    const leaf = leafHash(Buffer.from(early.body));
    expect(early.proof).toBe(null);
    expect([...verifyPromise(early.promise!, vault.vkey).leaf]).toEqual([...leaf]);

    await vault.flush();
    const late = await vault.receipt(entry as never);
    expect(late.promise).toBe(null);
    expect(late.body).toBe(early.body);
    const { index, hashes, checkpoint } = parseProof(late.proof!);
    const { size, root } = verifyCheckpoint(checkpoint, vault.vkey);
    expect(verifyInclusion(leaf, index, size, hashes, root)).toBe(true);
  });

  it('exists for entries only', async () => {
    await expect(vault.receipt('none' as never)).rejects.toMatchObject({ code: 'AVOW_UNKNOWN' });
    await expect(vault.promise('none' as never)).rejects.toMatchObject({ code: 'AVOW_UNKNOWN' });
  });

  it('is promised by whoever has the stores, in the tree or not', async () => {
    const person = await register(vault);
    const { entry } = await collect(vault, person, 'x');
    const { body } = await vault.receipt(entry as never);
    const leaf = [...leafHash(Buffer.from(body))];
    const promised = async (by: Vault) =>
      verifyPromise(await by.promise(entry as never), vault.vkey).leaf;
    expect([...(await promised(vault))]).toEqual(leaf);
    await vault.flush();
    expect([...(await promised(vault))]).toEqual(leaf);
    await vault.close();
    // One that has not committed it itself.
    vault = await place.open({ interval: 3_600_000 });
    expect([...(await promised(vault))]).toEqual(leaf);
  });
});

describe('the sequencer', () => {
  it('puts entries into the tree in the order in which they were committed', async () => {
    const person = await register(vault);
    const entries = [];
    for (let at = 0; at < 20; at++) entries.push((await collect(vault, person, `${at}`)).entry);
    await vault.flush();
    const keys = await vault.keysFor(person, CLASSES);
    const history = await recount(vault, keys);
    const positions = entries.map(
      (entry) => history.find((item) => item.entry === entry)!.position,
    );
    expect(positions).toEqual(entries.map((_, at) => at + 2));
  });

  it('goes on over numbers that nobody has, and finds every entry on either side', async () => {
    const person = await register(vault);
    await collect(vault, person, 'before');
    await vault.close();
    await skipNumbers(place.data);
    vault = await place.open({ interval: 3_600_000 });
    const entries = [];
    for (let at = 0; at < 300; at++) entries.push((await collect(vault, person, `${at}`)).entry);
    await vault.flush();
    const [stretches] = await vault.read([{ table: 'stretch', by: 'key', equals: [], limit: 9 }]);
    expect(stretches).toHaveLength(2);
    const { size } = verifyCheckpoint(await vault.checkpoint(), vault.vkey);
    const bodies = [...(await vault.entries(0, TILE_WIDTH))!];
    bodies.push(...(await vault.entries(1, size - TILE_WIDTH))!);
    for (const [at, entry] of entries.entries()) {
      const { proof, body } = await vault.receipt(entry as never);
      const { index } = parseProof(proof!);
      expect(index).toBe(size - entries.length + at);
      expect(Buffer.from(bodies[index]!).toString()).toBe(body);
    }
    expect(await vault.entries(1, size - TILE_WIDTH + 1)).toBe(undefined);
  });

  it('comes by itself soon after a commit', async () => {
    await vault.close();
    vault = await place.open({ interval: 1 });
    const before = verifyCheckpoint(await vault.checkpoint(), vault.vkey).size;
    await register(vault);
    const deadline = Date.now() + 5_000;
    let size = before;
    while (size === before && Date.now() < deadline) {
      await new Promise((resolve) => setImmediate(resolve));
      size = verifyCheckpoint(await vault.checkpoint(), vault.vkey).size;
    }
    expect(size).toBe(before + 1);
  });

  it('counts what each sentence did', async () => {
    const person = await register(vault);
    const keys = await vault.keysFor(person, CLASSES);
    for (let at = 0; at < 3; at++) await show(vault, keys);
    await vault.flush();
    await show(vault, keys);
    await vault.flush();
    expect((await vault.tally()).map((row) => ({ ...row }))).toEqual([
      { sentence: '1.a.1', outcome: 'permitted', count: 4 },
    ]);
  });
});

describe('what the log publishes', () => {
  it('is enough to prove any entry of a tree of several tiles', async () => {
    const person = await register(vault);
    const keys = await vault.keysFor(person, CLASSES);
    await Promise.all(Array.from({ length: 600 }, () => show(vault, keys)));
    await vault.flush();
    const { size, root } = verifyCheckpoint(await vault.checkpoint(), vault.vkey);
    expect(size).toBe(602);

    const tiles = new Map<string, Uint8Array>();
    for (const [level, n, width] of [
      [0, 0, 256],
      [0, 1, 256],
      [0, 2, 90],
      [1, 0, 2],
    ] as const) {
      tiles.set(`${level}/${n}`, (await vault.tile(level, n, width))!);
    }
    const reader = { tile: (level: number, n: number) => tiles.get(`${level}/${n}`) };
    for (const index of [0, 255, 256, 511, 512, 601]) {
      const n = Math.floor(index / TILE_WIDTH);
      const bodies = await vault.entries(n, n === 2 ? 90 : TILE_WIDTH);
      const leaf = leafHash(bodies![index % TILE_WIDTH]!);
      const proof = inclusionProof(index, size, reader);
      expect(verifyInclusion(leaf, index, size, proof, root)).toBe(true);
    }
  });

  it('ends where the tree ends', async () => {
    await register(vault);
    await vault.flush();
    expect((await vault.tile(0, 0, 2))?.length).toBe(64);
    expect(await vault.tile(0, 0, 3)).toBe(undefined);
    expect(await vault.tile(1, 0, 1)).toBe(undefined);
    expect((await vault.entries(0, 1))?.length).toBe(1);
    expect(await vault.entries(0, 3)).toBe(undefined);
  });
});
