import { createSecretKey, randomBytes } from 'node:crypto';
import {
  type DataKeys,
  isFault,
  openAnchorFile,
  openTombstoneFile,
  openVault,
  type PersonId,
  type Vault,
} from '@avow/vault';
import { type Place, storesOf } from '../place.ts';
import { atMost, type Table } from '../report.ts';
import type { Result } from '../rounds.ts';

const classes = ['account', 'history', 'evidence'];
/** Records that one act keeps. */
const TOGETHER = 400;

/** A person with many records erased in one vault, while another one on the same stores goes on opening. */
export async function erasing(place: Place, count: number): Promise<Table> {
  const open = await opener(place);
  const here = await open();
  const there = await open();
  try {
    const person = await register(here);
    await fill(here, person, count);
    const keys = await there.keysFor(person, classes);
    const begun = performance.now();
    const refused = openUntilRefused(there, keys);
    const { swept } = await here.erase(person);
    const returned = performance.now();
    const { lastAsked, refusedAt } = await refused;
    await swept;
    const took = performance.now() - begun;
    const isWrong = lastAsked > returned;
    const left = await rowsLeft(here, person);
    const one = (unit: string, sample: number): Result => ({ unit, samples: [sample] });
    const called: Result = isWrong
      ? { wrong: 'a record opened after the erasure had returned' }
      : one('ms', refusedAt - begun);
    const cleared: Result =
      left > 0 ? { wrong: 'rows were left behind' } : one('/s', (count * 1_000) / took);
    return {
      title: `5  Erasing a person with ${count.toLocaleString('en-GB')} records, on PostgreSQL`,
      rows: [
        { what: 'until another process refuses', result: called, goal: atMost(50, 'ms') },
        { what: 'until the keys are gone from the disk', result: one('ms', returned - begun) },
        { what: 'records swept', result: cleared },
      ],
      notes: ['One sample.'],
    };
  } finally {
    await there.close();
    await here.close();
  }
}

async function opener(place: Place): Promise<() => Promise<Vault>> {
  const { data, keys, anchor } = await storesOf(place);
  const root = createSecretKey(randomBytes(32));
  return () =>
    openVault({
      data,
      keys,
      keyring: { rootKey: async () => root, source: 'made for this run' },
      anchor: openAnchorFile(anchor),
      tombstones: openTombstoneFile(`${anchor}.tombstones`),
      origin: 'bench.example/avow',
    });
}

async function register(vault: Vault): Promise<PersonId> {
  const person = vault.mint() as PersonId;
  await vault.act({
    locks: [{ on: 'person', id: person, mode: 'exclusive' }],
    reads: [],
    keys: [await vault.keysFor(person, classes)],
    decide: (_, { now }) => {
      const more = { state: 'active', generation: 1, country: null, region: 'home', created: now };
      const after = { id: person, kind: 'person', ...more };
      const changes = [{ table: 'person', after }] as const;
      const evidence = { kind: 'evidence', evidence: 'acceptance', state: 'accepted' } as const;
      return { answer: undefined, entries: [{ ...evidence, subject: { person }, changes }] };
    },
  });
  return person;
}

/** Keeps so many records; the first is found by a blind index. */
async function fill(vault: Vault, person: PersonId, count: number): Promise<void> {
  const keys = await vault.keysFor(person, classes);
  for (let from = 0; from < count; from += TOGETHER) {
    const ids = Array.from({ length: Math.min(TOGETHER, count - from) }, () => vault.mint());
    await vault.act({
      locks: [],
      reads: [],
      keys: [keys],
      decide: (_, { now }, seals) => {
        const kept = { collected: now, expires: null, source: 'person' };
        const changes = ids.flatMap((id, at) => {
          const header = { id, person, category: 'message', retention: 'account', version: 1 };
          const sealed = seals.seal(header, Buffer.from(`message ${id}`));
          const record = { table: 'record', after: { ...header, ...kept, ...sealed } } as const;
          if (from + at > 0) return [record];
          const digest = vault.blindIndex('message', id);
          const blind = { index: 'message', digest, target: id, person };
          return [record, { table: 'blind', after: blind } as const];
        });
        return {
          answer: undefined,
          entries: [{ ...decision('collect'), subject: { person }, changes }],
        };
      },
    });
  }
}

/** Opens one record after another until that is refused: when the last was asked for that opened, and when it was refused. */
async function openUntilRefused(vault: Vault, keys: DataKeys) {
  const { person } = keys;
  let lastAsked = 0;
  for (;;) {
    const asked = performance.now();
    try {
      await vault.act({
        locks: [],
        reads: [{ table: 'record', by: 'person', equals: [person], limit: 1 }],
        keys: [keys],
        decide: ([records], _, seals) => ({
          answer: records.map((row) => seals.open(row)).length,
          entries: [{ ...decision('use'), subject: { person } }],
        }),
      });
    } catch (problem) {
      if (!isFault(problem, 'AVOW_ERASED')) throw problem;
      return { lastAsked, refusedAt: performance.now() };
    }
    lastAsked = asked;
  }
}

function decision(action: string) {
  return {
    kind: 'decision',
    policy: 'p',
    action,
    purpose: 'own',
    recipient: 'us',
    cells: [['message', 1, 0]],
    permitted: true,
    cites: ['2.a.2'],
  } as const;
}

async function rowsLeft(vault: Vault, person: PersonId): Promise<number> {
  const [records, blinds] = await vault.read([
    { table: 'record', by: 'person', equals: [person], limit: 1 },
    { table: 'blind', by: 'person', equals: [person], limit: 1 },
  ]);
  return records.length + blinds.length;
}
