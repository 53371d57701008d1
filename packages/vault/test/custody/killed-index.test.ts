import fc from 'fast-check';
import { expect, it } from 'vitest';
import { beginIndexRotation, type PersonId, type Vault } from '../../src/index.ts';
import { makePlace, onPostgres, type Place } from '../place.ts';
import { find, findable, keepFindable } from './finding.ts';
import { auditWith, freshKeyring, secretsAt } from './keyrings.ts';
import { Killed, type Life, openMortal } from './mortal.ts';

/** One start of a process: what it is asked to do, how long it lives from then on, and days until the next. */
interface Start {
  readonly deed: 'begin' | 'resume' | 'region' | 'keep' | 'erase';
  readonly life: number;
  readonly days: number;
}

const starts = fc.array(
  fc.record<Start>({
    deed: fc.constantFrom('begin', 'resume', 'resume', 'region', 'keep', 'erase'),
    life: fc.nat(16),
    days: fc.nat(5),
  }),
  { minLength: 3, maxLength: 9 },
);

const DAY = 24 * 3_600_000;
const keyring = freshKeyring();

/** One deployment, process after process. */
async function live(place: Place, lives: readonly Start[]): Promise<void> {
  let time = Date.UTC(2026, 0, 1);
  const clock = { now: () => time };
  const people = new Map<string, PersonId>();
  // One that was killed may have been kept all the same: its name is nobody else's.
  let named = 0;
  const seen: Buffer[] = [];

  async function deed(vault: Vault, what: Start['deed']): Promise<void> {
    switch (what) {
      case 'begin':
      case 'resume':
        return vault.custody.resume();
      case 'region':
        await vault.custody.begin('region');
        return vault.custody.resume();
      case 'keep': {
        const name = `person ${named++}`;
        people.set(name, await keepFindable(vault, [name, `${name} too`]));
        return;
      }
      case 'erase': {
        const [first] = people;
        if (first === undefined) return;
        const [name, person] = first;
        people.delete(name);
        await (await vault.erase(person)).swept;
        return;
      }
      default:
        what satisfies never;
    }
  }

  async function everybodyIsFound(vault: Vault): Promise<void> {
    for (const [name, person] of people) {
      expect([await find(vault, name), await find(vault, `${name} too`)]).toEqual([
        [person],
        [person],
      ]);
    }
  }

  const first: Start = { deed: 'keep', life: 99, days: 0 };
  for (const { deed: what, life: left, days } of [first, ...lives]) {
    if (what === 'begin') await beginIndexRotation({ keys: place.keys, keyring, clock });
    const life: Life = { left: undefined };
    const vault = await openMortal(place, keyring, life, { clock, findable });
    await everybodyIsFound(vault);
    life.left = left;
    await deed(vault, what).catch((problem: unknown) => {
      if (!(problem instanceof Killed)) throw problem;
    });
    await vault.close().catch(() => undefined);
    expect(await auditWith(place, vault, keyring)).toMatchObject({ ok: true });
    seen.push(...(await indexKeys(place)));
    time += days * DAY;
  }

  const vault = await openMortal(place, keyring, { left: undefined }, { clock, findable });
  await everybodyIsFound(vault);
  await vault.custody.resume();
  const course = (await vault.custody.state()).index;
  expect(course?.stuck ?? 0).toBe(0);
  time = course?.until ?? time;
  await vault.custody.resume();
  expect((await vault.custody.state()).underWay).toEqual([]);
  await everybodyIsFound(vault);
  expect(vault.blindIndexes('email', 'anybody')).toHaveLength(1);
  await vault.close();
  const now = await indexKeys(place);
  expect(now).toHaveLength(1);
  const files = await place.keyFiles();
  const old = seen.filter((blob) => !blob.equals(now[0]!));
  expect(old.filter((blob) => files.some((file) => file.includes(blob)))).toEqual([]);
  expect(await auditWith(place, vault, keyring)).toMatchObject({ ok: true });
}

/** The index keys that the key store holds now, as they are wrapped. */
async function indexKeys(place: Place): Promise<readonly Buffer[]> {
  const rows = (await secretsAt(place)).filter(({ name }) => /^index(\/|$)/.test(name));
  return rows.map(({ wrapped }) => Buffer.from(wrapped));
}

// The processes die between two steps of the store, whichever engine that is.
it.skipIf(onPostgres)(
  'killed at any point and started again, everybody is found, and the old index key never left',
  async () => {
    await fc.assert(
      fc.asyncProperty(starts, async (lives) => {
        const place = makePlace();
        try {
          await live(place, lives);
        } finally {
          place.remove();
        }
      }),
      { numRuns: 12 },
    );
  },
  120_000,
);
