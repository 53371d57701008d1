import { fork } from 'node:child_process';
import { createSecretKey, randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asPersonId, type PersonId } from '../src/index.ts';
import { broughtTo, engagePanel, panel, rejectsOf } from './deliveries.ts';
import type { Order } from './import-worker.ts';
import { type Market, openMarket, place, storesOf } from './place.ts';

const LINES = 10_000;
const PEOPLE = 400;
const worker = join(import.meta.dirname, 'import-worker.ts');

const EVERY = LINES / PEOPLE;

const address = (at: number) => `person-${at}@example.com`;

async function register(avow: Market, at: number): Promise<PersonId> {
  const { person } = await avow.subjects.create({ country: 'CN' });
  await avow.agreement.accept({ person, language: 'en' });
  const category = 'contact.email';
  const fields = { [category]: address(at) };
  await avow.collect({ person, purpose: 'account', fields, findBy: [category] });
  await avow.subjects.verify({ person, category, value: address(at) });
  return person;
}

/** One line in twenty-five is about somebody who is here. */
const isKnown = (line: number) => (line - 2) % EVERY === 0;

test('10,000 lines killed three times: exactly those lines, one record each, and a list of rejects', {
  timeout: 300_000,
}, async () => {
  const folder = place();
  const root = randomBytes(32);
  const keys = { rootKey: async () => createSecretKey(root), source: 'this test' };
  const before = await openMarket(folder, { keys });
  const people: PersonId[] = [];
  for (let from = 0; from < PEOPLE; from += 100) {
    const some = Array.from({ length: 100 }, (_, at) => register(before, from + at));
    people.push(...(await Promise.all(some)));
  }
  const { engagement } = await engagePanel(before);
  await before.close();
  const file = join(folder, 'delivery.csv');
  const rows = Array.from({ length: LINES }, (_, at) => `${address(at / EVERY)},"no, ""${at}"""`);
  writeFileSync(file, `email,likes\r\n${rows.join('\r\n')}\r\n`);

  const order: Order = {
    stores: await storesOf(folder),
    root: root.toString('hex'),
    file,
    engagement,
  };
  const reached = [0];
  for (let kill = 1; kill <= 3; kill++) {
    const line = randomInt(((kill - 1) * LINES) / 4, (kill * LINES) / 4) + 1;
    const child = fork(worker, [JSON.stringify(order)]);
    child.on('message', (next: number) => {
      reached.push(next);
      if (next > line) child.kill('SIGKILL');
    });
    const [code, signal] = await once(child, 'exit');
    expect([code, signal]).toEqual([null, 'SIGKILL']);
  }
  const [code] = await once(fork(worker, [JSON.stringify(order)]), 'exit');
  expect(code).toBe(0);

  const avow = await openMarket(folder, { keys });
  try {
    const [done, ...others] = await avow.imports.list(panel);
    expect(others).toEqual([]);
    expect(done).toMatchObject({
      state: 'done',
      next: LINES + 2,
      kept: PEOPLE,
      rejected: { unmatched: LINES - PEOPLE },
    });
    const lines = Array.from({ length: LINES }, (_, at) => at + 2).filter((line) => !isKnown(line));
    const rejects = await rejectsOf(avow, done!.import);
    expect(rejects).toEqual(lines.map((line) => ({ line, code: 'unmatched' })));
    for (const [at, person] of people.entries()) {
      expect(await broughtTo(avow, asPersonId(person))).toEqual([['panel', `no, "${at * EVERY}"`]]);
    }
  } finally {
    await avow.close();
  }
});
