import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditFiles, guardClock, openAnchorFile, type Vault } from '../src/index.ts';
import { CLASSES, collect, register, show } from './deeds.ts';
import { hold } from './holds.ts';
import { makePlace, type Place } from './place.ts';

const DAY = 24 * 3_600_000;
const YEAR = 365 * DAY;

let place: Place;
let vault: Vault;
let told: number;
let passed: number;

function pass(ms: number): void {
  told += ms;
  passed += ms;
}

/** A start of a machine: its stopwatch begins anew, and whatever its clock says is news to it. */
async function start(acceptClock = false): Promise<void> {
  passed = 0;
  const clock = guardClock({ now: () => told }, { passed: () => passed });
  vault = await place.open({ clock, acceptClock, report: () => undefined });
}

async function restart(acceptClock = false): Promise<void> {
  await vault.close();
  await start(acceptClock);
}

beforeEach(async () => {
  place = makePlace();
  told = Date.UTC(2026, 0, 5, 9);
  await start();
});

afterEach(async () => {
  await vault.close();
  place.remove();
});

describe('a clock that jumps ahead while a process runs', () => {
  it('stops what is written, and does not take the time of the store along', async () => {
    const person = await register(vault);
    await collect(vault, person, 'x', { expires: told + 30 * DAY });
    told += 10 * YEAR;
    await expect(register(vault)).rejects.toMatchObject({ code: 'AVOW_CLOCK' });
    await expect(vault.takesWrites()).rejects.toMatchObject({ code: 'AVOW_CLOCK' });
    await expect(vault.sweepExpired()).rejects.toMatchObject({ code: 'AVOW_CLOCK' });
    expect(await vault.clock()).toMatchObject({ ahead: 10 * YEAR, behind: 0 });
    // What is only read is read by the time that has passed.
    const read = { table: 'record', by: 'person', equals: [person], limit: 10 } as const;
    expect((await vault.read([read]))[0].length).toBe(1);

    told -= 10 * YEAR;
    pass(DAY);
    const late = await register(vault);
    const [[row]] = await vault.read([{ table: 'person', by: 'key', equals: [late], limit: 1 }]);
    expect(row?.created).toBe(told);
    expect((await show(vault, await vault.keysFor(person, CLASSES))).texts).toEqual(['x']);
    expect(await vault.sweepExpired()).toBe(0);
  });

  it('is not believed by the next start either, as far as anything is removed', async () => {
    const person = await register(vault);
    await collect(vault, person, 'x', { expires: told + 60 * DAY });
    told += 10 * YEAR;
    await restart();
    await expect(vault.sweepExpired()).rejects.toMatchObject({ code: 'AVOW_CLOCK' });
    told -= 10 * YEAR;
    await restart();
    const standing = await vault.clock();
    expect(standing.gap).toMatchObject({ to: Date.UTC(2026, 0, 5, 9) + 10 * YEAR });
  });
});

describe('a start long after the last entry', () => {
  it('removes nothing until somebody says that the clock is right', async () => {
    const person = await register(vault);
    await collect(vault, person, 'x', { expires: told + DAY });
    pass(31 * DAY);
    await restart();
    await expect(vault.sweepExpired()).rejects.toMatchObject({ code: 'AVOW_CLOCK' });
    // The entries since do not answer the question, and neither does another start.
    await register(vault);
    await restart();
    await expect(vault.sweepExpired()).rejects.toMatchObject({ code: 'AVOW_CLOCK' });
    const hour = Date.UTC(2026, 0, 5, 9);
    expect((await vault.clock()).gap).toEqual({ from: hour, to: hour + 31 * DAY });

    await restart(true);
    expect(await vault.sweepExpired()).toBe(1);
    expect((await vault.clock()).gap).toBeUndefined();
    expect(await vault.confirmClock()).toBe(false);
    await vault.flush();
    const anchor = openAnchorFile(place.anchor);
    expect((await auditFiles({ data: place.data, anchor, vkey: vault.vkey })).ok).toBe(true);
  });

  it('goes on at once when a running one is told', async () => {
    await register(vault);
    pass(31 * DAY);
    await restart();
    await expect(vault.sweepExpired()).rejects.toMatchObject({ code: 'AVOW_CLOCK' });
    expect(await vault.confirmClock()).toBe(true);
    expect(await vault.sweepExpired()).toBe(0);
  });

  it('asks nothing after less than that', async () => {
    await register(vault);
    pass(29 * DAY);
    await restart();
    expect(await vault.sweepExpired()).toBe(0);
  });

  it('leaves an erasure waiting for a hold alone as long', async () => {
    const person = await register(vault);
    await hold(vault, person, { until: told + DAY });
    await (await vault.erase(person)).swept;
    pass(31 * DAY);
    await restart();
    await expect(vault.sweepExpired()).rejects.toMatchObject({ code: 'AVOW_CLOCK' });
    const read = { table: 'person', by: 'key', equals: [person], limit: 1 } as const;
    expect((await vault.read([read]))[0][0]?.state).toBe('held');
    await vault.confirmClock();
    await vault.sweepExpired();
    expect((await vault.read([read]))[0][0]?.state).not.toBe('held');
  });
});

describe('a start with a clock that is behind', () => {
  it('stops nothing when it is put right', async () => {
    await register(vault);
    told -= 400 * DAY;
    await restart();
    await register(vault);
    // It was off for three days, and nobody can tell.
    told += 403 * DAY;
    const late = await register(vault);
    const [[row]] = await vault.read([{ table: 'person', by: 'key', equals: [late], limit: 1 }]);
    expect(row?.created).toBe(told);
    expect(await vault.clock()).toMatchObject({ ahead: 0, behind: 0, gap: undefined });
    expect(await vault.sweepExpired()).toBe(0);
  });

  it('does not take the time of the store further than a start would', async () => {
    await register(vault);
    told -= 400 * DAY;
    await restart();
    told += 432 * DAY;
    await expect(register(vault)).rejects.toMatchObject({ code: 'AVOW_CLOCK' });
    await expect(vault.sweepExpired()).rejects.toMatchObject({ code: 'AVOW_CLOCK' });
    // Who says that it is right starts again, and is asked.
    await restart();
    await register(vault);
    expect((await vault.clock()).gap).toBeDefined();
  });
});

describe('a clock that is put back', () => {
  it('stops nothing: time stands still until it has caught up, and that can be seen', async () => {
    pass(5 * DAY);
    await register(vault);
    told -= DAY;
    const late = await register(vault);
    const [[row]] = await vault.read([{ table: 'person', by: 'key', equals: [late], limit: 1 }]);
    expect(row?.created).toBeGreaterThanOrEqual(told + DAY);
    const { behind } = await vault.clock();
    expect(behind).toBeGreaterThanOrEqual(DAY);
    expect(behind).toBeLessThanOrEqual(DAY + 1_000);
    expect(await vault.sweepExpired()).toBe(0);
  });
});
