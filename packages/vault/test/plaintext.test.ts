import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CLASSES, collect, decision, register } from './deeds.ts';
import { makePlace } from './place.ts';

const place = makePlace();
/** Values as people have them, each of its own kind. */
const values = Array.from({ length: 50 }, (_, at) => seeded(at));

function seeded(at: number): string {
  const kinds = [
    `Marguerite Ashdown-${at}`,
    `+86 138 ${String(1_000_0000 + at * 7_919)}`,
    `ada.lovelace.${at}@mail.example`,
    `上海市黄浦区南京东路${800 + at}号`,
    `11010519${String(4_912_310_020 + at)}`,
  ];
  return kinds[at % kinds.length]!;
}

/** Every way in which a value may lie in a file. */
function encodings(value: string): Buffer[] {
  const bytes = Buffer.from(value);
  const hex = bytes.toString('hex');
  const base64 = [0, 1, 2].flatMap((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]);
    // The first and last characters mix with what stands beside the value: leave them off.
    return [encoded.toString('base64').replace(/=+$/, ''), encoded.toString('base64url')].map(
      (text) => text.slice(4, -4),
    );
  });
  const texts = [hex, hex.toUpperCase(), JSON.stringify(value).slice(1, -1), ...base64];
  return [bytes, Buffer.from(value, 'utf16le'), ...texts.map((text) => Buffer.from(text))];
}

function foundInFiles(): string[] {
  const names = readdirSync(place.folder, { recursive: true, withFileTypes: true });
  const files = names
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  expect(files.length).toBeGreaterThan(3);
  return values.filter((value) =>
    encodings(value).some((needle) => files.some((file) => file.includes(needle))),
  );
}

beforeAll(async () => {
  const vault = await place.open();
  for (const value of values) {
    const person = await register(vault);
    await collect(vault, person, value, {
      idempotency: { key: `import ${value}`, says: 'one' },
    });
    const id = vault.mint();
    const digest = vault.blindIndex('any', value);
    await vault.act({
      locks: [{ on: 'person', id: person, mode: 'exclusive' }],
      reads: [],
      keys: [await vault.keysFor(person, CLASSES)],
      decide: (_, { now }, seals) => ({
        answer: undefined,
        entries: [
          {
            ...decision('message', 'store'),
            subject: { person, note: { said: value } },
            changes: [
              { table: 'blind', after: { index: 'any', digest, target: person, person } },
              {
                table: 'evidence',
                after: {
                  id,
                  kind: 'message',
                  person,
                  party: null,
                  ref: null,
                  state: 'sent',
                  at: now,
                  until: null,
                  body: '{}',
                  ...seals.sealText({ id, person }, value),
                },
              },
            ],
          },
        ],
      }),
    });
  }
  await vault.flush();
  // Journals are full of what was just written.
  expect(foundInFiles()).toEqual([]);
  await vault.close();
});

afterAll(() => place.remove());

it('no personal value lies in any file of the stores, in any encoding', () => {
  expect(foundInFiles()).toEqual([]);
});

it('the search finds what does lie there', () => {
  const needle = Buffer.from('market.example/avow');
  expect(readFileSync(place.anchor).includes(needle)).toBe(true);
  for (const shift of [0, 1, 2]) {
    const text = Buffer.from('x'.repeat(shift) + values[3]).toString('base64');
    expect(encodings(values[3]!).some((part) => Buffer.from(text).includes(part))).toBe(true);
  }
});
