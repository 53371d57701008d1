import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type Outside, openOutside, type PersonId } from '../../src/index.ts';
import { newDatabase } from '../postgres/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'avow-outside-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const places = {
  files: async () => join(folder, String(files++), 'checkpoint'),
  'a database': newDatabase,
};
const ids = (...names: string[]) => names as PersonId[];

async function all(people: AsyncIterable<PersonId>): Promise<PersonId[]> {
  const found: PersonId[] = [];
  for await (const person of people) found.push(person);
  return found;
}

/** What every place outside the stores has to be, whatever it lies on. */
describe.each(Object.entries(places))('what lies outside the stores, in %s', (_, newPlace) => {
  let place: string;
  let one: Outside;
  /** As another process has it. */
  let other: Outside;

  beforeEach(async () => {
    place = await newPlace();
    one = openOutside(place, []);
    other = openOutside(place, []);
  });

  describe('the anchor', () => {
    it('reads as undefined before it is written, and is expected as such', async () => {
      expect(await one.anchor.read()).toBeUndefined();
      expect(await one.anchor.swap('something', 'a')).toBe(false);
      expect(await one.anchor.read()).toBeUndefined();
      expect(await one.anchor.swap(undefined, 'a')).toBe(true);
      expect(await other.anchor.read()).toBe('a');
      expect(await other.anchor.swap(undefined, 'b')).toBe(false);
    });

    it('is moved by whoever expects what it holds, and by nobody else', async () => {
      await one.anchor.swap(undefined, 'a');
      expect(await other.anchor.swap('a', 'b')).toBe(true);
      expect(await one.anchor.swap('a', 'c')).toBe(false);
      expect(await one.anchor.read()).toBe('b');
    });

    it('gives back each character of what it was given', async () => {
      const note = "market.example/avow\n12\nq83v+/=\n\n— a “b” \\ %s '' 小明\t\n";
      await one.anchor.swap(undefined, note);
      expect(await other.anchor.read()).toBe(note);
      expect(await other.anchor.swap(note, `${note} `)).toBe(true);
    });

    it.each([
      ['first', undefined],
      ['next', 'a'],
    ])('lets one of many have the %s swap', async (_which, expected) => {
      if (expected !== undefined) await one.anchor.swap(undefined, expected);
      const swaps = Array.from({ length: 20 }, (_each, at) =>
        (at % 2 ? one : other).anchor.swap(expected, `by ${at}`),
      );
      const done = await Promise.all(swaps);
      expect(done.filter(Boolean)).toHaveLength(1);
      expect(await one.anchor.read()).toBe(`by ${done.indexOf(true)}`);
    });
  });

  describe('the list of erased people', () => {
    it('is not empty where it is missing', async () => {
      expect(await one.tombstones.exists()).toBe(false);
      const none = all(one.tombstones.people());
      await expect(none).rejects.toMatchObject({ code: 'AVOW_TOMBSTONES' });
      await one.tombstones.add([]);
      expect(await other.tombstones.exists()).toBe(true);
      expect(await all(other.tombstones.people())).toEqual([]);
    });

    it('is missing still where there is an anchor', async () => {
      await one.anchor.swap(undefined, 'a');
      expect(await one.tombstones.exists()).toBe(false);
      await expect(all(one.tombstones.held())).rejects.toMatchObject({ code: 'AVOW_TOMBSTONES' });
    });

    it('keeps ids of any characters, and those apart whose erasure waits', async () => {
      const odd = ids('a\nb', '"', '小明', '', '\\');
      await one.tombstones.add(odd);
      await other.tombstones.addHeld(ids('waits'));
      await one.tombstones.add(ids('last'));
      const found = await all(other.tombstones.people());
      expect(new Set(found)).toEqual(new Set([...odd, 'last']));
      expect(await all(other.tombstones.held())).toEqual(['waits']);
    });

    it('loses nothing of what several add at once', async () => {
      const names = Array.from({ length: 20 }, (_each, at) => `person-${at}`);
      await Promise.all(names.map((name, at) => (at % 2 ? one : other).tombstones.add(ids(name))));
      expect(new Set(await all(one.tombstones.people()))).toEqual(new Set(names));
    });

    it('is read to its end, however long', async () => {
      const names = Array.from({ length: 2_500 }, (_each, at) => `person-${at}`);
      await one.tombstones.add(ids(...names));
      await one.tombstones.addHeld(ids(...names));
      expect(new Set(await all(one.tombstones.people()))).toEqual(new Set(names));
      expect(new Set(await all(one.tombstones.held()))).toEqual(new Set(names));
    });
  });

  it("keeps the log's verifier key, once", async () => {
    expect(await one.verifierKey.read()).toBeUndefined();
    expect(await one.verifierKey.keep('market.example/avow+1+a')).toBe('market.example/avow+1+a');
    expect(await other.verifierKey.keep('another')).toBe('market.example/avow+1+a');
    expect(await other.verifierKey.read()).toBe('market.example/avow+1+a');
  });
});
