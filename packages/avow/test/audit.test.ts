import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { policy } from '@avow/policy-market';
import { type DecisionDraft, openAnchorFile, openVault } from '@avow/vault';
import { describe, expect, it } from 'vitest';
import { auditAvow, type PersonId } from '../src/index.ts';
import { member } from './people.ts';
import { keyring, openMarket, place } from './place.ts';

const files = (folder: string) => ({
  data: join(folder, 'data', 'avow.db'),
  anchor: join(folder, 'data-anchor', 'checkpoint'),
});

/** A market that was open for a while, closed again; answers an honest decision of it. */
async function closedMarket() {
  const folder = place();
  const avow = await openMarket(folder);
  const person = await member(avow);
  await avow.act('use', { person, purpose: 'account', categories: ['contact.name'] });
  await avow.act('sell', { person, purpose: 'wish', categories: ['contact.name'] });
  await avow.subjects.suspend(person);
  await avow.act('use', { person, purpose: 'account', categories: ['contact.name'] });
  const { digest } = avow.policy.current();
  await avow.close();
  return { folder, person, digest };
}

/** Writes an entry into the log as whoever holds all its keys could: well-formed, signed, and untrue. */
async function forge(folder: string, person: PersonId, entry: DecisionDraft) {
  const { data, anchor } = files(folder);
  const keys = join(folder, 'data-keys', 'avow.db');
  const origin = 'localhost/avow';
  const vault = await openVault({ data, keys, keyring, anchor: openAnchorFile(anchor), origin });
  const held = await vault.keysFor(person, ['history']);
  await vault.act({
    locks: [],
    reads: [],
    keys: [held],
    decide: () => ({ answer: null, entries: [{ ...entry, subject: { person } }] }),
  });
  await vault.close();
}

describe('an audit', () => {
  it('goes through the tree, the rows and every decision', async () => {
    const { folder } = await closedMarket();
    const audited = await auditAvow(files(folder));
    // collect, store, use, sell, and use while suspended
    expect(audited).toMatchObject({ ok: true, counts: { replayed: 5, pending: 0 } });
  });

  it('beside a market knows a version that is put in force while it begins', async () => {
    const folder = place();
    const avow = await openMarket(folder);
    const person = await member(avow);
    const opening = {
      keys: join(folder, 'data-keys', 'avow.db'),
      async keyring() {
        const title = { ...policy.title, en: 'The same policy under another title' };
        await avow.policy.publish({ ...policy, title });
        await avow.act('use', { person, purpose: 'account', categories: ['contact.name'] });
        return keyring;
      },
    };
    const audited = await auditAvow({ ...files(folder), open: opening });
    await avow.close();
    expect(audited).toMatchObject({ ok: true, counts: { replayed: 3 } });
  });

  it('passes after an erasure, when the log no longer says of whom it spoke', async () => {
    const folder = place();
    const avow = await openMarket(folder);
    const person = await member(avow);
    await avow.erase({ person });
    await avow.close();
    expect(await auditAvow(files(folder))).toMatchObject({ ok: true });
  });

  it('runs beside an open deployment, and opens every record if it is given the keys', async () => {
    const folder = place();
    const avow = await openMarket(folder);
    await member(avow);
    const open = { keys: join(folder, 'data-keys', 'avow.db'), keyring };
    const audited = await auditAvow({ ...files(folder), open });
    expect(audited).toMatchObject({ ok: true, counts: { opened: 4 } });
    await avow.close();
  });

  it.each([
    [
      'an outcome',
      { permitted: true, cites: ['2.c.1'] },
      'it was permitted, but the policy refuses it',
    ],
    ['a sentence', { cites: ['2.a.1'] }, 'it cites 2.a.1, but the policy 4.3'],
    ['a policy', { policy: 'another' }, 'it cites a version of the policy that is not kept'],
    [
      'a word',
      { purpose: 'curiosity' },
      'its question is none that its version of the policy knows',
    ],
    [
      'facts',
      { cells: [['contact.name', 2 ** 20, 0]] },
      'it states facts that are none for contact.name',
    ],
    ['no cell', { cells: [], permitted: true }, 'it was permitted without anything to decide'],
  ] as const)('finds %s that was forged with all keys in hand', async (_what, lie, problem) => {
    const { folder, person, digest } = await closedMarket();
    const truth: DecisionDraft = {
      kind: 'decision',
      policy: digest,
      action: 'use',
      purpose: 'account',
      recipient: 'platform',
      cells: [['contact.name', 0, 0]],
      permitted: false,
      cites: ['4.3'],
    };
    await forge(folder, person, truth);
    expect(await auditAvow(files(folder))).toMatchObject({ ok: true });
    await forge(folder, person, { ...truth, ...lie });
    const audited = await auditAvow(files(folder));
    expect(audited).toMatchObject({ ok: false, finding: { kind: 'replay', problem } });
  });

  it('finds a policy that was altered after it decided', async () => {
    const { folder } = await closedMarket();
    const database = new DatabaseSync(files(folder).data);
    database.exec(
      `UPDATE version SET body = replace(body, '"obtainable"', '"forgettable"') WHERE name = 'policy-source'`,
    );
    database.close();
    const audited = await auditAvow(files(folder));
    expect(audited).toMatchObject({ ok: false, finding: { kind: 'replay' } });
  });

  it('finds a log that was put back to an earlier day, by a checkpoint that somebody kept', async () => {
    const folder = place();
    const avow = await openMarket(folder);
    await member(avow);
    const kept = await avow.log.flush();
    await avow.close();
    expect(await auditAvow({ ...files(folder), against: kept })).toMatchObject({ ok: true });

    const other = place();
    const rewritten = await openMarket(other);
    await member(rewritten);
    await rewritten.close();
    expect(await auditAvow({ ...files(other), against: kept })).toMatchObject({
      ok: false,
      finding: { kind: 'against' },
    });
  });

  it('needs to know by which key the log signs', async () => {
    const folder = place();
    const options = { data: join(folder, 'none.db'), anchor: join(folder, 'none') };
    await expect(auditAvow(options)).rejects.toMatchObject({ code: 'AVOW_OPTIONS', field: 'vkey' });
  });
});
