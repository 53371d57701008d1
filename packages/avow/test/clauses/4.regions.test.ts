import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asPartyId } from '../../src/index.ts';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { historyOf, member } from '../people.ts';
import { handClock, type Market, place } from '../place.ts';
import { heldOf, intoGermany, introduce, neighbourOf, regionOf, sending } from '../regions.ts';

/** Two deployments that know of each other, and a name that may go from one to the other. */
async function two() {
  const clock = handClock();
  const [home, eu] = [
    await regionOf('home', place(), { clock }),
    await regionOf('eu', place(), { clock }),
  ];
  await introduce(home, eu, 'eu');
  await introduce(eu, home, 'home');
  const [here, there] = [await intoGermany(home), await intoGermany(eu)];
  return { home, eu, here, there, clock };
}

/** Somebody at home whose name was sent and is kept abroad. */
async function sent(home: Market, eu: Market) {
  const person = await member(home, 'Mei Ling');
  const { letter, jwe } = permittedBy(await home.transfers.send({ person, ...sending }), '4.2');
  const what = { letter, jwe: jwe ?? '', neighbour: neighbourOf(home) };
  const received = permittedBy(await eu.transfers.receive(what), '4.1');
  return { person, abroad: received.person, letter, jwe: jwe ?? '', received };
}

describe(cited('4.2'), () => {
  it('sends to another region by a decision that names its mechanism, and is kept there by another', async () => {
    const { home, eu, here, there } = await two();
    const { person, abroad, received } = await sent(home, eu);
    expect(received.categories).toEqual(['contact.name']);
    expect(abroad).not.toBe(person);
    expect(await heldOf(eu, abroad)).toMatchObject([
      { category: 'contact.name', value: 'Mei Ling', source: 'region:home' },
    ]);

    const named = (mechanism: string) => [
      { mechanism, kind: 'contract', origin: 'CN', destination: 'DE' },
    ];
    const ofHome = await historyOf(home, person, 3);
    const leaving = { action: 'transfer', recipient: 'region', party: 'region:eu' };
    const transfers = ofHome.filter(
      ({ what }) => what.kind === 'decision' && what.action === 'transfer',
    );
    expect(transfers.map(({ what }) => what)).toMatchObject([
      { ...leaving, mechanisms: named(here.mechanism) },
      { ...leaving, mechanisms: named(here.mechanism) },
    ]);
    expect(ofHome.map(({ what }) => what)).toContainEqual(
      expect.objectContaining({ action: 'open', recipient: 'region', permitted: true }),
    );
    const kept = (await historyOf(eu, abroad, 20)).map(({ what }) => what);
    expect(kept).toContainEqual(
      expect.objectContaining({ action: 'store', purpose: 'keeping', sentence: '4.1' }),
    );
    expect(kept).toContainEqual(
      expect.objectContaining({ action: 'transfer', mechanisms: named(there.mechanism) }),
    );
  });

  it('sends nothing without a mechanism, and keeps nothing without one either', async () => {
    const { home, eu, here, there } = await two();
    const person = await member(home);
    const { letter, jwe } = permittedBy(await home.transfers.send({ person, ...sending }), '4.2');
    await eu.mechanisms.end({ mechanism: there.mechanism });
    const what = { letter, jwe: jwe ?? '', neighbour: neighbourOf(home) };
    refusedBy(await eu.transfers.receive(what), '4.3');
    await home.mechanisms.end({ mechanism: here.mechanism });
    refusedBy(await home.transfers.send({ person, ...sending }), 'P.1');
    await intoGermany(eu);
    await expect(eu.transfers.receive(what)).rejects.toMatchObject({ code: 'AVOW_STATE' });
  });

  it('makes one person of two that come under one name at the same time', async () => {
    const { home, eu } = await two();
    const person = await member(home, 'Mei Ling');
    const letters = [
      permittedBy(await home.transfers.send({ person, ...sending }), '4.2'),
      permittedBy(await home.transfers.send({ person, ...sending }), '4.2'),
    ];
    const came = await Promise.all(
      [...letters, ...letters].map(async ({ letter, jwe = '' }) =>
        eu.transfers.receive({ letter, jwe, neighbour: neighbourOf(home) }),
      ),
    );
    const people = came.map((each) => permittedBy(each, '4.1').person);
    expect(new Set(people).size).toBe(1);
    expect(await heldOf(eu, people[0]!)).toHaveLength(1);
    await home.parties.end({
      party: asPartyId('region:eu'),
      engagement: (await home.parties.list(asPartyId('region:eu')))[0]!.engagement,
    });
    expect(await eu.transfers.renew(() => neighbourOf(home))).toMatchObject({ ended: 2 });
    expect(await eu.subjects.get(people[0]!)).toMatchObject({ state: 'erased' });
  });

  it('sends nothing that the engagement of a region does not name', async () => {
    const { home } = await two();
    await home.mechanisms.register({
      ...{ kind: 'adequacy', origin: 'CN', destination: 'DE', document: 'c'.repeat(64) },
      ...{ purposes: ['keeping'], categories: ['contact.address'] },
    });
    const person = await member(home);
    const address = { ...sending, categories: ['contact.address'] } as const;
    refusedBy(await home.transfers.send({ person, ...address }), 'P.1');
  });

  it('removes abroad what was erased at home', async () => {
    const { home, eu } = await two();
    const { person, abroad } = await sent(home, eu);
    const ask = () => neighbourOf(home);
    expect(await eu.transfers.renew(ask)).toEqual({ standing: 1, ended: 0, unasked: 0 });
    await home.erase({ person });
    expect(await eu.transfers.renew(ask)).toEqual({ standing: 0, ended: 1, unasked: 0 });
    expect(await eu.subjects.get(abroad)).toMatchObject({ state: 'erased' });
    expect(await eu.transfers.renew(ask)).toEqual({ standing: 0, ended: 0, unasked: 0 });
  });

  it('removes abroad what no mechanism covers any more at home', async () => {
    const { home, eu, here } = await two();
    const { abroad } = await sent(home, eu);
    await home.mechanisms.end({ mechanism: here.mechanism });
    expect(await eu.transfers.renew(() => neighbourOf(home))).toMatchObject({ ended: 1 });
    expect(await eu.subjects.get(abroad)).toMatchObject({ state: 'erased' });
  });

  it('reads nothing abroad after a day in which home could not be asked', async () => {
    const { home, eu, clock } = await two();
    const { abroad } = await sent(home, eu);
    const gone = { standing: () => Promise.reject(new Error('no connection')) };
    clock.pass(23 * 3_600_000);
    expect(await eu.transfers.renew(() => gone)).toEqual({ standing: 0, ended: 0, unasked: 1 });
    const categories = ['contact.name'] as const;
    const use = () => eu.act('use', { person: abroad, purpose: 'account', categories });
    expect(permittedBy(await use(), '2.c.1').values).toEqual({ 'contact.name': 'Mei Ling' });
    clock.pass(2 * 3_600_000);
    expect(permittedBy(await use(), '2.c.1').values).toEqual({});
    expect(await eu.transfers.renew(() => neighbourOf(home))).toMatchObject({ ended: 1 });
  });
});

describe('the directory of regions', () => {
  const key = randomBytes(32);
  const address = 'mei.ling@example.org';

  /** Home has the directory, and the other region asks it there. */
  async function directed(clock = handClock()) {
    const folder = place();
    const at = join(folder, 'directory', 'homes.db');
    mkdirSync(join(folder, 'directory'));
    const home = await regionOf('home', place(), { clock, directory: { key, at } });
    const reached = { is: true };
    const asks = async (letter: string) => {
      if (!reached.is) throw new Error('no connection');
      return home.directory.answer(letter);
    };
    const eu = await regionOf('eu', place(), { clock, directory: { key, at: asks } });
    await introduce(home, eu, 'eu');
    return { home, eu, reached, folder: join(folder, 'directory') };
  }

  it('lets one of two regions have an address, and tells the other', async () => {
    const { home, eu, folder } = await directed();
    const [here, there] = [await home.subjects.create(), await eu.subjects.create()];
    const claims = await Promise.all([
      home.directory.list({ person: here.person, value: address }),
      eu.directory.list({ person: there.person, value: address }),
    ]);
    expect(claims[0]).toEqual(claims[1]);
    expect(await eu.directory.home(address)).toBe(claims[0]?.home);
    expect(await home.directory.home('nobody@example.org')).toBeUndefined();
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
    for (const told of [address, here.person, there.person]) {
      expect(files.join('')).not.toContain(told);
    }
  });

  it('frees an address when its person is erased, though the directory was away meanwhile', async () => {
    const { home, eu, reached } = await directed();
    const { person } = await eu.subjects.create();
    expect(await eu.directory.list({ person, value: address })).toEqual({ home: 'eu' });
    // Another region cannot take it back for it.
    await home.directory.unlist({ person: (await home.subjects.create()).person, value: address });
    expect(await home.directory.home(address)).toBe('eu');
    await eu.agreement.accept({ person, language: 'en' });
    reached.is = false;
    permittedBy(await eu.erase({ person }), 'S.4.1');
    expect(await home.directory.home(address)).toBe('eu');
    reached.is = true;
    await eu.sweep();
    expect(await home.directory.home(address)).toBeUndefined();
  });

  it('answers nobody whose key it does not know', async () => {
    const { home } = await directed();
    const letters: string[] = [];
    const at = async (letter: string) => {
      letters.push(letter);
      return undefined;
    };
    const stranger = await regionOf('eu', place(), { directory: { key, at } });
    await stranger.directory.home(address);
    const [letter = ''] = letters;
    await expect(home.directory.answer(letter)).rejects.toMatchObject({ code: 'AVOW_INPUT' });
  });
});

describe(cited('4.4'), () => {
  it('lets nobody open what was sent but the region that it is for, by leave of the one it is from', async () => {
    const { home, eu } = await two();
    const { letter, jwe } = await sent(home, eu);
    const [other] = [await regionOf('eu')];
    await introduce(other, home, 'home');
    await intoGermany(other);
    const stolen = { letter, jwe, neighbour: neighbourOf(home) };
    // Its letters are signed with keys that home does not know.
    await expect(other.transfers.receive(stolen)).rejects.toMatchObject({ code: 'AVOW_INPUT' });
    const refusing = { ...stolen, neighbour: { open: async () => undefined } };
    await expect(eu.transfers.receive(refusing)).rejects.toMatchObject({ code: 'AVOW_STATE' });
    const forged = `${letter.slice(0, -8)}AAAAAAAA`;
    await expect(eu.transfers.receive({ ...stolen, letter: forged })).rejects.toMatchObject({
      code: 'AVOW_INPUT',
    });
  });

  it('opens no store of another region with the keys of this one', async () => {
    const [one, other] = [place(), place()];
    const home = await regionOf('home', one);
    await member(home);
    await home.close();
    const eu = await regionOf('eu', other);
    const { enc } = eu.transfers.keys();
    await eu.close();
    // Both stores and one root key at hand: the other root key is still needed.
    await expect(regionOf('home', one)).rejects.toMatchObject({ code: 'AVOW_KEYRING' });
    expect(enc).not.toHaveProperty('d');
  });
});
