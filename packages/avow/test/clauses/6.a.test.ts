import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { auditAvow } from '../../src/index.ts';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { member } from '../people.ts';
import { market, openMarket, place } from '../place.ts';

describe(cited('6.a.2'), () => {
  it('uses the password hash to let a person in, and lets it out for nothing', async () => {
    const avow = await market();
    const person = await member(avow);
    const fields = { 'registration.secret': '$argon2id$v=19$m=65536$c2FsdA$aGFzaA' };
    await avow.collect({ person, purpose: 'account', fields });
    const about = { person, categories: ['registration.secret'] } as const;
    permittedBy(await avow.act('use', { ...about, purpose: 'account' }), '6.a.2');
    refusedBy(await avow.act('show', { ...about, purpose: 'rights', to: 'person' }), '6.a.2');
    const { held } = permittedBy(await avow.export({ person }), 'S.2.1');
    expect(held.map(({ category }) => category)).not.toContain('registration.secret');
  });
});

describe(cited('6.a.3'), () => {
  it('leaves none of fifty personal values in any file, raw or encoded', async () => {
    const folder = place();
    const avow = await openMarket(folder);
    const values = Array.from({ length: 10 }, (_, at) => `Zhào-${at}-${crypto.randomUUID()}`);
    for (const value of values) await livesADay(avow, value);
    await avow.close();

    const seeds = values.flatMap((value) => [
      value,
      `${value}-name`,
      `${value}-phone`,
      `${value}-street`,
      `${value}-mail`,
    ]);
    expect(seeds).toHaveLength(50);
    const files = filesIn(folder).map((file) => readFileSync(file));
    expect(files.length).toBeGreaterThan(3);
    for (const seed of seeds) {
      for (const form of formsOf(seed)) {
        expect(files.some((bytes) => bytes.includes(form))).toBe(false);
      }
    }
  });

  it('shows an alteration of a sealed record', async () => {
    const folder = place();
    const avow = await openMarket(folder);
    await member(avow);
    await avow.close();
    const data = join(folder, 'data', 'avow.db');
    const anchor = join(folder, 'data-anchor', 'checkpoint');
    expect(await auditAvow({ data, anchor })).toMatchObject({ ok: true });

    const database = new DatabaseSync(data);
    database.exec("UPDATE record SET sealed = zeroblob(40) WHERE category = 'contact.phone'");
    database.close();
    expect(await auditAvow({ data, anchor })).toMatchObject({
      ok: false,
      finding: { kind: 'row-altered', table: 'record' },
    });
  });
});

/** Everything that can be said of one person, each value in its turn asked for, refused, corrected. */
async function livesADay(avow: Awaited<ReturnType<typeof openMarket>>, value: string) {
  const { person } = await avow.subjects.create({ country: 'CN' });
  await avow.agreement.accept({ person, language: 'en' });
  const collected = await avow.collect({
    person,
    purpose: 'account',
    fields: {
      'registration.username': value,
      'contact.name': `${value}-name`,
      'contact.phone': `${value}-phone`,
      'contact.address': `${value}-street`,
    },
    findBy: ['registration.username'],
    idempotencyKey: crypto.randomUUID(),
  });
  permittedBy(collected, '1.a.1');
  const fields = { 'contact.email': `${value}-mail` };
  const added = {
    person,
    purpose: 'account',
    fields,
    idempotencyKey: crypto.randomUUID(),
  } as const;
  permittedBy(await avow.collect(added), '1.a.1');
  const corrected = { person, fields: { 'contact.phone': `${value}-phone` } };
  permittedBy(await avow.correct({ ...corrected, idempotencyKey: crypto.randomUUID() }), 'S.3.1');
  const categories = ['contact.phone', 'contact.email'] as const;
  await avow.act('use', { person, purpose: 'account', categories });
  await avow.act('publish', { person, purpose: 'account', categories, to: 'public' });
  await avow.export({ person });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
}

function formsOf(seed: string): Buffer[] {
  const bytes = Buffer.from(seed, 'utf8');
  return [
    bytes,
    Buffer.from(seed, 'utf16le'),
    Buffer.from(bytes.toString('hex')),
    Buffer.from(bytes.toString('base64').replace(/=+$/, '')),
    Buffer.from(bytes.toString('base64url')),
    Buffer.from(encodeURIComponent(seed)),
    Buffer.from(JSON.stringify(seed)),
  ];
}
