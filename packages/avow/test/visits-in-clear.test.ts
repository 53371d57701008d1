import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { auditAvow, examineAvow } from '../src/index.ts';
import { permittedBy } from './cited.ts';
import { member } from './people.ts';
import { DAY, keyring, openMarket, place } from './place.ts';
import { announced, longer } from './versions.ts';

const seeded = {
  ip: '198.51.100.233',
  browser: 'Netscape Communicator',
  software: 'OS/2 Warp Connect',
  hardware: 'Psion Series 5mx',
  page: '/goods/astrolabe-of-fez',
};
const keyword = 'celadon incense burner';
const reason = 'sold the same astrolabe twice';
const comment = 'keep my astrolabe out of it';

function foundIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  expect(files.length).toBeGreaterThan(3);
  return [...Object.values(seeded), keyword, reason, comment].filter((value) => {
    const bytes = Buffer.from(value);
    const written = [bytes, Buffer.from(value, 'utf16le'), bytes.toString('hex')];
    return written.some((each) => files.some((file) => file.includes(each)));
  });
}

it('no visit, search word, comment or reason of a violation lies in any file of the stores, nor in their journals', async () => {
  const folder = place();
  const avow = await openMarket(folder);
  const [mei, device] = [await member(avow), await avow.subjects.create({ kind: 'device' })];
  const once = { idempotencyKey: 'visit-1' };
  permittedBy(await avow.visits.record({ person: mei, visits: [seeded], ...once }), '1.b.1');
  await avow.visits.record({ person: device.person, visits: [seeded, seeded] });
  permittedBy(await avow.visits.join({ device: device.person, person: mei }), '1.b.5');
  await avow.searches.keep(keyword);
  const rule = { rule: 'listings', happened: Date.now() - DAY };
  await avow.registers.violations.record({ person: mei, reason, ...rule });
  const { version } = await announced(avow, longer('visit'), Date.now(), 31);
  permittedBy(await avow.comments.add({ person: mei, version, text: comment }), '7.b.4');
  await avow.log.flush();
  expect(foundIn(folder)).toEqual([]);
  await avow.close();
  expect(foundIn(folder)).toEqual([]);

  // And what lies there is sound, nobody's record of search words too.
  const [data, keys] = [join(folder, 'data/avow.db'), join(folder, 'data-keys/avow.db')];
  const anchor = join(folder, 'data-anchor/checkpoint');
  expect(await auditAvow({ data, anchor, open: { keys, keyring } })).toMatchObject({ ok: true });
  const found = await examineAvow({ data, keys, keyring, anchor });
  expect(found.filter(({ state }) => state === 'fail')).toEqual([]);
});
