import { join } from 'node:path';
import { policy } from '@avow/policy-market';
import {
  type Clock,
  createVault,
  dataSchema,
  keySchema,
  openAnchorFile,
  openSqlite,
  openTombstoneFile,
  openVault,
  systemClock,
  systemRandom,
  type Vault,
} from '@avow/vault';
import { onTestFinished } from 'vitest';
import { openDriver } from '../../vault/src/sqlite/driver.ts';
import { lockProcess } from '../../vault/src/sqlite/process-lock.ts';
import { createStore } from '../../vault/src/sqlite/store.ts';
import { armedFaults } from '../../vault/test/sqlite-engine.ts';
import { carryOut } from '../src/create.ts';
import { keyring, type Market, onPostgres, place, storesOf } from './place.ts';

/** A market on the real engines, whose next COMMIT can be made to fail: with the work lost, or kept all the same. */
export async function faultyMarket() {
  const folder = place();
  const faults = armedFaults();
  const vault = await vaultIn(folder, faults.twist);
  const avow = await marketOn(vault, folder);
  return { avow, failNextCommit: faults.arm };
}

/** A market whose vault is looked at or disturbed on its way; with `AVOW_ENGINE=postgres` in databases. */
export async function disturbedMarket(
  disturb: (vault: Vault) => Vault,
  clock: Clock = systemClock,
): Promise<Market> {
  const folder = place();
  const vault = onPostgres
    ? await vaultInDatabases(folder, clock)
    : await vaultIn(folder, (driver) => driver, clock);
  return marketOn(disturb(vault), folder, clock);
}

async function vaultInDatabases(folder: string, clock: Clock): Promise<Vault> {
  const { database } = await storesOf(folder);
  if (typeof database === 'string') throw new TypeError('stores in databases are two');
  const outside = {
    anchor: anchorIn(folder),
    tombstones: openTombstoneFile(join(folder, 'anchor', 'gone')),
  };
  return openVault({ ...database, ...outside, keyring, clock, origin: 'market.example/avow' });
}

async function marketOn(vault: Vault, folder: string, clock: Clock = systemClock): Promise<Market> {
  onTestFinished(() => vault.close());
  return carryOut(vault, { policy, anchor: anchorIn(folder), clock });
}

async function vaultIn(
  folder: string,
  twist: ReturnType<typeof armedFaults>['twist'],
  clock: Clock = systemClock,
): Promise<Vault> {
  const path = join(folder, 'vault.sqlite');
  const open = () => twist(openDriver(path));
  const settings = { open, schema: dataSchema, clock, secureDelete: false };
  return createVault({
    data: createStore({ ...settings, queue: 4_096, batch: 512 }, lockProcess(path)),
    keys: openSqlite(join(folder, 'keys', 'keys.sqlite'), keySchema, { secureDelete: true }),
    keyring,
    anchor: anchorIn(folder),
    clock,
    random: systemRandom(),
    origin: 'market.example/avow',
    // The sequencer waits until it is asked: the COMMIT that fails shall be the test's.
    interval: 3_600_000,
    keep: [],
    report: (fault) => {
      throw fault;
    },
  });
}

const anchorIn = (folder: string) => openAnchorFile(join(folder, 'anchor', 'checkpoint'));
