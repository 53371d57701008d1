import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { asPartyId } from '../src/index.ts';
import { permittedBy } from './cited.ts';
import { member } from './people.ts';
import { place } from './place.ts';
import { intoGermany, introduce, neighbourOf, regionOf, sending } from './regions.ts';

const abroad = asPartyId('region:eu');
const atHome = asPartyId('region:home');

async function two() {
  const [home, eu] = [await regionOf('home'), await regionOf('eu')];
  await introduce(home, eu, 'eu');
  await introduce(eu, home, 'home');
  await intoGermany(home);
  await intoGermany(eu);
  return { home, eu };
}

/** A name on its way abroad. */
async function underWay({ home }: Awaited<ReturnType<typeof two>>, name = 'Mei') {
  const person = await member(home, name);
  const { letter, jwe } = permittedBy(await home.transfers.send({ person, ...sending }), '4.2');
  return { letter, jwe: jwe ?? '', neighbour: neighbourOf(home) };
}

it('removes abroad at the next round what was sent to a region that home suspends', async () => {
  const { home, eu } = await two();
  const { person } = permittedBy(await eu.transfers.receive(await underWay({ home, eu })), '4.1');
  await home.parties.suspend({ party: abroad });
  expect(await eu.transfers.renew(() => neighbourOf(home))).toMatchObject({ ended: 1, unasked: 0 });
  expect(await eu.subjects.get(person)).toMatchObject({ state: 'erased' });
});

it('takes nothing from a region whose engagement has ended, not even what was under way', async () => {
  const { home, eu } = await two();
  const [first, second] = [await underWay({ home, eu }), await underWay({ home, eu }, 'Lin')];
  const [{ engagement } = {}] = await eu.parties.list(atHome);
  const end = async () => eu.parties.end({ party: atHome, engagement: engagement! });
  const ending = {
    ...first.neighbour,
    async open(letter: string) {
      await end();
      return first.neighbour.open(letter);
    },
  };
  await expect(eu.transfers.receive({ ...first, neighbour: ending })).rejects.toMatchObject({
    code: 'AVOW_STATE',
  });
  await expect(eu.transfers.receive(second)).rejects.toMatchObject({ code: 'AVOW_STATE' });
  const none = { standing: 0, ended: 0, unasked: 0 };
  expect(await eu.transfers.renew(() => neighbourOf(home))).toEqual(none);
});

it('lists nobody for a region whose engagement has ended, nor for a party that is none', async () => {
  const key = randomBytes(32);
  const at = join(place(), 'homes.db');
  const home = await regionOf('home', place(), { directory: { key, at } });
  const eu = await regionOf('eu', place(), {
    directory: { key, at: async (letter) => home.directory.answer(letter) },
  });
  await introduce(home, eu, 'eu');
  const value = 'mei@example.org';
  const [{ engagement } = {}] = await home.parties.list(abroad);
  await home.parties.end({ party: abroad, engagement: engagement! });
  const { person } = await eu.subjects.create();
  await expect(eu.directory.list({ person, value })).rejects.toMatchObject({ code: 'AVOW_STATE' });
  expect(await home.directory.home(value)).toBeUndefined();
  // Engaged as something else, its letters are a stranger's.
  const about = { purposes: ['wish'], categories: ['contact.phone'] } as const;
  await home.parties.engage({ party: abroad, as: 'thirdParty', country: 'DE', ...about });
  await expect(eu.directory.list({ person, value })).rejects.toMatchObject({ code: 'AVOW_STATE' });
});

it('believes no directory that names what is no region', async () => {
  const directory = { key: randomBytes(32), at: async () => 'https://elsewhere.example' };
  const eu = await regionOf('eu', place(), { directory });
  const { person } = await eu.subjects.create();
  const value = 'mei@example.org';
  const refused = { code: 'AVOW_STATE', field: 'directory' };
  await expect(eu.directory.home(value)).rejects.toMatchObject(refused);
  await expect(eu.directory.list({ person, value })).rejects.toMatchObject(refused);
});
