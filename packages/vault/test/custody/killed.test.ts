import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Keyring, keySchema, type PersonId, type Vault } from '../../src/index.ts';
import { numbersOf } from '../../src/keys/names.ts';
import { readSecrets } from '../../src/keys/secrets.ts';
import type { DataKeyRow } from '../../src/keys/tables.ts';
import { numberOf } from '../../src/keys/wrap.ts';
import { openReader } from '../../src/place.ts';
import { collect, register } from '../deeds.ts';
import { makePlace, onPostgres, type Place } from '../place.ts';
import { auditWith, freshKeyring, secretsAt } from './keyrings.ts';
import { Killed, type Life, openMortal } from './mortal.ts';

/** One start of a process: what it is asked to do, and how long it lives from then on. */
interface Start {
  readonly deed: 'root' | 'region' | 'resume' | 'collect' | 'erase';
  readonly life: number;
}

const starts = fc.array(
  fc.record<Start>({
    deed: fc.constantFrom('root', 'region', 'resume', 'collect', 'erase'),
    life: fc.nat(16),
  }),
  { minLength: 3, maxLength: 9 },
);

async function opens(place: Place, keyring: Keyring): Promise<boolean> {
  const keys = await openReader(place.keys, keySchema);
  try {
    return await readSecrets(keys, keyring).then(
      () => true,
      () => false,
    );
  } finally {
    await keys.close();
  }
}

/** Every wrapped key that the key store holds now. */
async function wrappings(place: Place): Promise<readonly Buffer[]> {
  const keys = await openReader(place.keys, keySchema);
  const found = (await secretsAt(place)).filter(({ wrapped }) => wrapped.length > 1);
  const rows: { readonly wrapped: Uint8Array }[] = [...found];
  for await (const row of keys.scan({ table: 'data' })) rows.push(row as DataKeyRow);
  await keys.close();
  return rows.map(({ wrapped }) => Buffer.from(wrapped));
}

/** One deployment, process after process. */
async function live(place: Place, lives: readonly Start[]): Promise<void> {
  let keyring = freshKeyring();
  const former: Keyring[] = [];
  const people: PersonId[] = [];
  const seen: Buffer[] = [];
  let collected = 0;

  async function deed(vault: Vault, what: Start['deed'], next: Keyring): Promise<void> {
    switch (what) {
      case 'root':
        return vault.custody.changeRoot(next);
      case 'region':
        await vault.custody.begin('region');
        return vault.custody.resume();
      case 'resume':
        return vault.custody.resume();
      case 'collect': {
        const person = await register(vault);
        people.push(person);
        await collect(vault, person, 'something');
        collected += 1;
        return;
      }
      case 'erase': {
        const person = people.shift();
        if (person !== undefined) await (await vault.erase(person)).swept;
        return;
      }
      default:
        what satisfies never;
    }
  }

  for (const { deed: what, life: left } of [{ deed: 'collect', life: 99 } as const, ...lives]) {
    const life: Life = { left: undefined };
    const next = freshKeyring();
    const vault = await openMortal(place, keyring, life);
    life.left = left;
    await deed(vault, what, next).catch((problem: unknown) => {
      if (!(problem instanceof Killed)) throw problem;
    });
    await vault.close().catch(() => undefined);

    // Whatever was cut off: one of the two opens the store, and no other.
    const opening = [await opens(place, keyring), await opens(place, next)];
    expect(opening.filter((does) => does)).toHaveLength(1);
    if (opening[1]) {
      former.push(keyring);
      keyring = next;
    }
    const audited = await auditWith(place, vault, keyring);
    expect(audited).toMatchObject({ ok: true });
    seen.push(...(await wrappings(place)));
  }

  const vault = await openMortal(place, keyring, { left: undefined });
  await vault.custody.resume();
  expect((await vault.custody.state()).underWay).toEqual([]);
  const now = await wrappings(place);
  const newest = numbersOf(await secretsAt(place), 'region');
  expect(newest).toHaveLength(1);
  const keys = await openReader(place.keys, keySchema);
  for await (const row of keys.scan({ table: 'data' })) {
    expect(numberOf((row as DataKeyRow).wrapped)).toBe(newest[0]);
  }
  await keys.close();
  await vault.close();
  for (const old of former) expect(await opens(place, old)).toBe(false);
  const gone = seen.filter((blob) => now.every((kept) => !kept.equals(blob)));
  const files = await place.keyFiles();
  expect(gone.filter((blob) => files.some((file) => file.includes(blob)))).toEqual([]);
  const audited = await auditWith(place, vault, keyring);
  expect(audited).toMatchObject({ ok: true });
  expect(collected).toBeGreaterThan(0);
}

// The processes die between two steps of the store, whichever engine that is.
it.skipIf(onPostgres)(
  'killed at any point and started again, keys are never lost, and old ones never left',
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
