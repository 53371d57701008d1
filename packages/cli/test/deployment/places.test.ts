import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { placesIn } from '../../src/deployment/places.ts';
import { folder } from '../running.ts';

test('without a word everything is in the folders data, keys and anchor', () => {
  expect(placesIn({}, '/srv')).toEqual({
    data: '/srv/data/avow.db',
    server: '/srv/data/api-keys.db',
    keys: '/srv/keys/store/avow-keys.db',
    passphrase: '/srv/keys/root',
    apiKey: '/srv/keys/api-key',
    anchor: '/srv/anchor/checkpoint',
  });
});

test('a key store that is named by its file, as a program of one’s own lays it out, holds no passphrase', () => {
  const here = folder();
  mkdirSync(join(here, 'data-keys'));
  writeFileSync(join(here, 'data-keys/avow.db'), '');
  const places = placesIn({ keys: 'data-keys/avow.db', anchor: 'data-anchor' }, here);
  expect(places).toEqual({
    data: join(here, 'data/avow.db'),
    server: join(here, 'data/api-keys.db'),
    keys: join(here, 'data-keys/avow.db'),
    passphrase: join(here, 'keys/root'),
    apiKey: join(here, 'keys/api-key'),
    anchor: join(here, 'data-anchor/checkpoint'),
  });
});

test('no database holds a passphrase either', () => {
  const { keys, passphrase, apiKey } = placesIn({ keys: 'postgresql://me@db/k' }, '/srv');
  expect([keys, passphrase, apiKey]).toEqual([
    'postgresql://me@db/k',
    '/srv/keys/root',
    '/srv/keys/api-key',
  ]);
});
