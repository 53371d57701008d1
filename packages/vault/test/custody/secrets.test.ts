import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openEscrow } from '../../src/index.ts';
import { numbersOf } from '../../src/keys/names.ts';
import { unwrapRegion } from '../../src/keys/region-keys.ts';
import { collect, register } from '../deeds.ts';
import { keyringOf, makePlace, onPostgres, type Place } from '../place.ts';
import { makeHolder, secretsAt } from './keyrings.ts';

/** Every way in which a key may lie in a file or a message. */
function encodings(key: Uint8Array): Buffer[] {
  const bytes = Buffer.from(key);
  const texts = [
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
  ];
  return [bytes, ...texts.map((text) => Buffer.from(text))];
}

async function regionKey(place: Place, root: Uint8Array): Promise<Uint8Array> {
  const rows = await secretsAt(place);
  const key = await keyringOf(root).rootKey('later');
  return unwrapRegion(rows, numbersOf(rows, 'region').at(-1)!, key);
}

it.skipIf(onPostgres)('no key lies bare in a file, an entry, an escrow or an error', async () => {
  const roots = [randomBytes(32), randomBytes(32), randomBytes(32)] as const;
  const holder = makeHolder('ada');
  const place = makePlace(roots[0]);
  const texts: string[] = [];
  const told = (problem: Error) => texts.push(`${problem.stack} ${JSON.stringify(problem)}`);
  const secrets: Uint8Array[] = [...roots];

  let vault = await place.open();
  await collect(vault, await register(vault), 'something');
  secrets.push(await regionKey(place, roots[0]));
  const { jwe } = await vault.custody.escrow([holder.public]);
  await vault.custody.escrow([holder.private]).catch(told);
  await vault.custody.begin('region');
  await vault.custody.resume();
  secrets.push(await regionKey(place, roots[0]));
  await vault.custody.changeRoot(keyringOf(roots[1]));
  await vault.flush();
  await vault.close();
  const escaped = await openEscrow(jwe, holder.private);
  await place.open({ keyring: escaped.keyring }).catch(told);
  await openEscrow(jwe, makeHolder('eve').private).catch(told);
  vault = await place.open({ keyring: keyringOf(roots[1]) });
  await vault.custody.changeRoot(keyringOf(roots[2]), escaped.recipient);
  await vault.close();

  expect(texts).toHaveLength(3);
  texts.push(jwe);
  const names = readdirSync(place.folder, { recursive: true, withFileTypes: true });
  const files = names
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  const all = [...files, ...texts.map((text) => Buffer.from(text))];
  const { d } = JSON.parse(holder.private.text);
  secrets.push(Buffer.from(d, 'base64url'));
  expect(secrets).toHaveLength(6);
  for (const secret of secrets) {
    for (const needle of encodings(secret)) {
      expect(all.some((text) => text.includes(needle))).toBe(false);
    }
  }
  place.remove();
});
