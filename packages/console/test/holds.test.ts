import { createHash, createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backupAvow, restoreAvow } from 'avow';
import { expect, it, onTestFinished } from 'vitest';
import type { Role } from '../src/index.ts';
import { naming } from './naming.ts';
import { onceOn, place } from './place.ts';

type Options = Parameters<typeof place>;
type StorePair = { readonly data: string; readonly keys: string };
type Fields = Readonly<Record<string, string | Blob | readonly string[]>>;

const writ = 'Writ 2026-12';
const document = createHash('sha256').update(writ).digest('hex');
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The last moment of a day. */
const endOf = (text: string) => Date.parse(text) + 86_400_000;

/** Somebody who could be held, and forms that carry a document. */
async function room(...options: Options) {
  const there = await place(...options);
  const { avow, app, get } = there;
  for (const kind of ['service-agreement', 'site-rules'] as const) {
    const texts = { en: 'Terms.', 'zh-CN': '条款。' };
    await avow.documents.publish({ kind, version: '1', texts });
  }
  const { person } = await avow.subjects.create({ country: 'CN' });
  await avow.agreement.accept({ person, language: 'en' });
  const origin = 'http://room.test';
  async function send(path: string, fields: Fields, role: Role = 'legal') {
    const body = new FormData();
    for (const [name, value] of Object.entries({ once: crypto.randomUUID(), ...fields })) {
      for (const each of [value].flat()) body.append(name, each as string | Blob);
    }
    const headers = { origin, 'x-role': role };
    const answer = await app.request(`${origin}${path}`, { method: 'POST', headers, body });
    const to = new URL(answer.headers.get('location') ?? '/', origin);
    return { status: answer.status, to: `${to.pathname}${to.search}`, text: await answer.text() };
  }
  const suit = { person, kind: 'proceedings', document: new Blob([writ]), everything: 'yes' };
  const placing = (more: Fields = {}, role?: Role) =>
    send('/holds/place', { ...suit, ...more }, role);
  const read = async (path: string, role: Role = 'legal') => (await get(path, role)).text();
  return { ...there, person, send, placing, read, own: `/holds/person?person=${person}` };
}

it('a hold is placed on a document’s digest, shown with who answers for it, and lifted', async () => {
  const { avow, person, operators, send, placing, read, get, own } = await room();
  expect(await read('/holds', 'auditor')).toContain('No hold stands');
  const unknown = await send('/holds', { person: 'nobody' });
  expect([unknown.status, unknown.text.includes('href="#person"')]).toEqual([422, true]);
  expect(await send('/holds', { person })).toMatchObject({ status: 303, to: `/console${own}` });
  expect(await read(own)).toContain('There is no hold on them');
  expect(await read(`/holds/place?person=${person}`)).toContain('the one who verified');

  const nothing = { kind: '', document: new Blob([]), everything: '', until: day(-2) };
  const wrong = await placing(nothing);
  expect(wrong.status).toBe(422);
  for (const at of ['kind', 'document', 'categories', 'until']) {
    expect(wrong.text).toContain(`href="#${at}"`);
  }
  // Everything, and some of it: which of the two is for whoever has read the document to say.
  const both = await placing({ categories: 'contact.name' });
  const gossip = await placing({ everything: '', categories: 'gossip' });
  for (const { status, text } of [both, gossip]) {
    expect([status, text.includes('href="#categories"')]).toEqual([422, true]);
  }
  expect(await avow.holds.list(person)).toEqual([]);

  const categories = ['contact.name', 'contact.address'];
  const until = day(30);
  const placed = await placing({ everything: '', categories, until });
  expect(placed).toMatchObject({ status: 303, to: `/console${own}&done=placed` });
  const [kept] = await avow.holds.list(person);
  expect(kept).toMatchObject({
    ...{ kind: 'proceedings', document, verifiedBy: operators.legal },
    ...{ categories: categories.toSorted(), until: endOf(until), lifted: undefined },
  });
  const about = `?person=${person}&hold=${kept?.hold}`;
  const overseen = await read(own, 'auditor');
  for (const said of [document, operators.legal, '>stands<']) expect(overseen).toContain(said);
  for (const way of ['/holds/place?', '/holds/lift?']) expect(overseen).not.toContain(way);
  expect(await read('/holds', 'auditor')).toContain(`href="/console${own}"`);
  expect(await read('/holds', 'auditor')).not.toContain('action="/console/holds"');

  const lifting = await read(`/holds/lift${about}`, 'data-protection');
  expect(lifting).toContain(document);
  expect(lifting).not.toContain('to be erased');
  const what = { person, hold: kept?.hold ?? '' };
  const lifted = await send('/holds/lift', what, 'data-protection');
  expect(lifted).toMatchObject({ status: 303, to: `/console${own}&done=lifted` });
  const liftedBy = operators['data-protection'];
  expect(await avow.holds.list(person)).toMatchObject([{ liftedBy, lifted: expect.any(Number) }]);
  expect(await read(own)).toContain(liftedBy);
  expect(await read(`${own}&lang=zh-CN`)).toContain('已解除');
  expect(await read('/holds')).toContain('No hold stands');

  // It has ended already, and of another there is none.
  expect((await get(`/holds/lift${about}`, 'legal')).status).toBe(409);
  expect((await send('/holds/lift', what)).status).toBe(409);
  expect((await get(`/holds/lift?person=${person}&hold=x`, 'legal')).status).toBe(404);
  expect((await send('/holds/lift', { ...what, hold: 'x' })).status).toBe(404);
});

it('whoever had asked to be erased goes with their last hold, and the page says so', async () => {
  const { avow, person, operators, send, placing, read, get, own } = await room();
  await placing();
  await placing({ kind: 'duty', document: new Blob([]), digest: document });
  const [second, first] = (await avow.holds.list(person)).map(({ hold }) => hold);
  expect(await avow.erase({ person })).toMatchObject({ permitted: true });
  expect(await avow.subjects.get(person)).toMatchObject({ state: 'held' });
  expect(await read(own)).toContain('They have asked to be erased');

  const page = (hold = '') => read(`/holds/lift?person=${person}&hold=${hold}`);
  expect(await page(first)).toContain('that still waits');
  const one = { person, hold: first ?? '', erases: 'no', once: onceOn(await page(first)) };
  for (const _ of ['pressed', 'and pressed again']) {
    expect(await send('/holds/lift', one)).toMatchObject({
      ...{ status: 303, to: `/console${own}&done=lifted` },
    });
  }
  const last = await page(second);
  expect(last).toContain('is erased with it');
  // A page of before, which said that somebody else's hold stands as well, erases nobody.
  const before = { person, hold: second ?? '', erases: 'no' };
  expect((await send('/holds/lift', before)).status).toBe(409);
  expect(await avow.subjects.get(person)).toMatchObject({ state: 'held' });
  expect(last).toContain('name="erases" value="yes"');
  const form = { person, hold: second ?? '', erases: 'yes', once: onceOn(last) };
  for (const _ of ['pressed', 'and pressed again']) {
    const gone = await send('/holds/lift', form);
    expect(gone).toMatchObject({ status: 303, to: '/console/holds?done=erased' });
  }
  expect(await read('/holds?done=erased')).toContain('keys are destroyed');
  expect(await avow.subjects.get(person)).toMatchObject({ state: 'erased' });
  expect((await get(own, 'legal')).status).toBe(404);
  // The hold went with them; that somebody lifted it did not.
  const done = { by: operators.legal, evidence: 'hold', state: 'lifted', of: second };
  expect(await avow.desk.deeds()).toContainEqual(expect.objectContaining(done));
  expect(await read('/log', 'auditor')).toContain('lifted a legal hold');

  // Of somebody who is gone nothing is kept any more, nor half of it.
  for (const { status } of [
    await placing(),
    await send('/holds/lift', { person, hold: second ?? '' }),
    await get(`/holds/place?person=${person}`, 'legal'),
    await get(`/holds/lift?person=${person}&hold=${second}`, 'legal'),
  ]) {
    expect(status).toBe(404);
  }
});

it('nobody whose role it is not does anything, nor whoever it is about, nor whoever works here no more', async () => {
  const { avow, person, operators, send, placing, read, get } = await room();
  const why = { kind: 'duty', document } as const;
  const [legal, other] = [operators.legal, operators['data-protection']];
  const { hold } = await avow.holds.place({ person, ...why, verifiedBy: legal });
  for (const role of ['support', 'administrator', 'auditor'] as const) {
    expect((await placing({}, role)).status).toBe(403);
    expect((await send('/holds/lift', { person, hold }, role)).status).toBe(403);
    expect((await send('/holds', { person }, role)).status).toBe(403);
  }
  expect((await get('/holds', 'support')).status).toBe(403);

  const about = await avow.holds.place({ person: legal, ...why, verifiedBy: other });
  const own = `?person=${legal}`;
  expect(await read(`/holds/person${own}`)).toContain('It is about you');
  for (const { status, text } of [
    await placing({ person: legal }),
    await send('/holds/lift', { person: legal, hold: about.hold }),
  ]) {
    expect([status, text.includes('Somebody else does this')]).toEqual([409, true]);
  }
  for (const path of [`/holds/place${own}`, `/holds/lift${own}&hold=${about.hold}`]) {
    expect((await get(path, 'legal')).status).toBe(409);
  }

  await avow.desk.staff.dismiss({ operator: legal });
  for (const { status, text } of [await placing(), await send('/holds/lift', { person, hold })]) {
    expect([status, text.includes('not appointed')]).toEqual([409, true]);
  }
  expect(await avow.holds.list(person)).toMatchObject([{ hold, lifted: undefined }]);
  expect(await avow.holds.list(legal)).toMatchObject([{ lifted: undefined }]);
});

it('says that no more holds can be kept of somebody, and pages through those that stand', async () => {
  const { avow, person, operators, placing, read } = await room();
  const why = { kind: 'duty', document, verifiedBy: operators.legal } as const;
  for (let count = 0; count < 100; count++) await avow.holds.place({ person, ...why });
  const { status, text } = await placing();
  expect([status, text.includes('as can be kept')]).toEqual([422, true]);
  const first = await read('/holds', 'auditor');
  const [, next = ''] = /rel="next" href="\/console([^"]+)"/.exec(first) ?? [];
  const second = await read(next.replaceAll('&amp;', '&'), 'auditor');
  for (const page of [first, second]) expect(page.split(`${person}"`)).toHaveLength(25 * 2 + 1);
  expect(second).toContain('rel="first"');
});

it('calls who verified it by a name where the policy shows one', async () => {
  const operatorNames = { category: 'contact.name', purpose: 'security' } as const;
  const { avow, operators, get } = await place({ operatorNames }, { policy: naming });
  const fields = { 'contact.name': 'Bao Ling' };
  await avow.collect({ person: operators.legal, purpose: 'account', fields });
  const { person } = await avow.subjects.create({ country: 'CN' });
  const why = { kind: 'duty', document, verifiedBy: operators.legal } as const;
  await avow.holds.place({ person, ...why });
  const page = await get(`/holds/person?person=${person}`, 'data-protection');
  expect(await page.text()).toContain('Bao Ling');
});

it('that came back with a restore waits on the first page until somebody has verified it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'avow-held-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const root = createSecretKey(randomBytes(32));
  const keyring = { rootKey: async () => root, source: 'this test' };
  const anchor = join(folder, 'anchor', 'checkpoint');
  const [first, second] = ['first', 'second'].map((name) => ({
    ...{ data: join(folder, name, 'avow.db'), keys: join(folder, `${name}-keys`, 'avow.db') },
  })) as [StorePair, StorePair];
  const opened = (database: StorePair) => room({}, { database, keys: keyring, anchor });
  const lost = await opened(first);
  const { person } = lost;
  const to = join(folder, 'backup');
  await backupAvow({ ...first, to });
  // Held, and asked to be erased, after the backup: the restore knows that something holds them, and not what.
  const why = { kind: 'proceedings', document, verifiedBy: lost.operators.legal } as const;
  await lost.avow.holds.place({ person, ...why });
  await lost.avow.erase({ person });
  expect(await lost.read('')).not.toContain('came back with a restore');
  await lost.avow.close();
  const from = { data: join(to, 'data'), keys: join(to, 'keys') };
  await restoreAvow({ from, to: second, keyring, anchor, acceptLoss: true });

  const { avow, read, send } = await opened(second);
  const [hold] = await avow.holds.list(person);
  expect(hold).toMatchObject({ verifiedBy: undefined, categories: undefined });
  const said = 'One legal hold came back with a restore';
  expect(await read('', 'legal')).toMatch(`<a href="/console/holds">${said}`);
  expect(await read('?lang=zh-CN', 'auditor')).toContain('有 1 项依法保全随备份恢复而来');
  // Whoever may not enter the room is not told of it.
  expect(await read('', 'support')).not.toContain('came back with a restore');
  expect(await read('/holds')).toContain('to be verified');
  await send('/holds/lift', { person, hold: hold?.hold ?? '', erases: 'yes' });
  expect(await read('', 'legal')).not.toContain('came back with a restore');
});
