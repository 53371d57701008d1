import { fork } from 'node:child_process';
import { createHash, createSecretKey, randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MarketWords, policy } from '@avow/policy-market';
import {
  type Avow,
  type AvowOptions,
  asPartyId,
  createAvow,
  type EngagementId,
  type PersonId,
} from '../src/index.ts';

type Stores = Pick<AvowOptions<MarketWords>, 'database' | 'anchor'>;

const party = asPartyId('panel');
const category = 'contact.email';
const worker = join(import.meta.dirname, 'delivering-worker.ts');

/** What every process that takes the delivery in says of it. */
export const delivery = {
  party,
  evidence: { document: createHash('sha256').update('opt-in of 2025-11-02').digest('base64url') },
  format: 'csv',
  match: category,
  map: { email: category, likes: 'partner.profile' },
  idempotencyKey: 'the-delivery',
} as const;

/** What such a process is told. */
export interface Order {
  readonly stores: Stores;
  /** Hexadecimal. */
  readonly root: string;
  readonly file: string;
  readonly engagement: EngagementId;
}

/** What is to be delivered: every so many lines are about one of the people. */
interface Extent {
  readonly folder: string;
  readonly stores: Stores;
  readonly lines: number;
  readonly people: number;
}

/**
 * Takes a delivery in by processes that are killed (SIGKILL) at three random lines, and by one that is not.
 * Answers what is not as it must be, in words: exactly those lines, one record each, and a list of rejects.
 */
export async function killThrice({ folder, stores, lines, people }: Extent): Promise<string[]> {
  const root = randomBytes(32);
  const keys = { rootKey: async () => createSecretKey(root), source: 'this run' };
  const every = lines / people;
  const address = (at: number) => `person-${at / every}@example.com`;
  const before = await createAvow({ policy, ...stores, keys });
  const known: PersonId[] = [];
  for (let from = 0; from < people; from += 100) {
    const some = Array.from({ length: Math.min(100, people - from) }, (_, at) => from + at);
    known.push(...(await Promise.all(some.map((at) => register(before, address(at * every))))));
  }
  const { engagement } = await before.parties.engage({
    party,
    as: 'marketingPartner',
    purposes: ['service.personal'],
    categories: ['partner.profile'],
    country: 'CN',
    means: 'opt-in, on paper',
  });
  await before.close();

  const file = join(folder, 'delivery.csv');
  const rows = Array.from({ length: lines }, (_, at) => `${address(at)},"no, ""${at}"""`);
  writeFileSync(file, `email,likes\r\n${rows.join('\r\n')}\r\n`);
  const order: Order = { stores, root: root.toString('hex'), file, engagement };
  const wrong: string[] = [];
  for (let kill = 1; kill <= 3; kill++) {
    const line = randomInt(((kill - 1) * lines) / 4, (kill * lines) / 4) + 1;
    if ((await deliver(order, line)) !== 'SIGKILL') wrong.push(`not killed at line ${line}`);
  }
  if ((await deliver(order)) !== 0) wrong.push('the last one did not come to its end');

  const avow = await createAvow({ policy, ...stores, keys });
  try {
    return [...wrong, ...(await findings(avow, { lines, people }, known))];
  } finally {
    await avow.close();
  }
}

/** Runs a process until it is done, or beyond a line; answers its exit code, or what ended it. */
async function deliver(order: Order, until = Number.POSITIVE_INFINITY) {
  const child = fork(worker, [JSON.stringify(order)]);
  child.on('message', (next: number) => {
    if (next > until) child.kill('SIGKILL');
  });
  const [code, signal] = await once(child, 'exit');
  return (signal ?? code) as NodeJS.Signals | number;
}

async function register(avow: Avow<MarketWords>, value: string): Promise<PersonId> {
  const { person } = await avow.subjects.create({ country: 'CN' });
  await avow.agreement.accept({ person, language: 'en' });
  const fields = { [category]: value };
  await avow.collect({ person, purpose: 'account', fields, findBy: [category] });
  await avow.subjects.verify({ person, category, value });
  return person;
}

async function findings(
  avow: Avow<MarketWords>,
  { lines, people }: Pick<Extent, 'lines' | 'people'>,
  known: readonly PersonId[],
): Promise<string[]> {
  const every = lines / people;
  const wrong: string[] = [];
  const [done, ...others] = await avow.imports.list(party);
  if (done === undefined || others.length > 0) return ['there is not one import'];
  const counts = [done.state, done.next, done.kept, done.rejected.unmatched];
  const right = ['done', lines + 2, people, lines - people];
  if (counts.join() !== right.join()) wrong.push(`it says ${counts.join()}`);

  const missing = new Set(
    Array.from({ length: lines }, (_, at) => at).filter((at) => at % every !== 0),
  );
  for await (const { line, code } of avow.imports.rejects(done.import)) {
    if (!missing.delete(line - 2) || code !== 'unmatched') wrong.push(`line ${line}: ${code}`);
  }
  if (missing.size > 0) wrong.push(`${missing.size} rejects are not listed`);

  for (const [at, person] of known.entries()) {
    const told = await avow.export({ person });
    const held = told.permitted ? told.value.held : [];
    const brought = held.filter((each) => each.category === 'partner.profile');
    const [only] = brought;
    const isRight = only?.source === party && only.value === `no, "${at * every}"`;
    if (brought.length !== 1 || !isRight) wrong.push(`line ${at * every + 2} is not one record`);
  }
  return wrong;
}
