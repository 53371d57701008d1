import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { backupAvow, type MeasureState } from '../src/index.ts';
import { placesOf } from '../src/places.ts';
import { handClock, type Market, openMarket, place, storesOf } from './place.ts';

/** Where backups go, of what, and by which clock. */
interface Backups {
  readonly folder: string;
  readonly stores: { readonly data: string; readonly keys: string };
  readonly clock: { now(): number };
}

/** A market that knows where its backups lie, with a clock that only the test moves. */
export async function inspected() {
  const folder = place();
  const clock = handClock();
  const { database, anchor } = await storesOf(folder);
  const { data, keys } = placesOf(database, anchor);
  const stores = { data, keys };
  const backups: Backups = { folder: join(folder, 'backups'), stores, clock };
  const open = async () => {
    const avow = await openMarket(folder, { clock, backups: backups.folder });
    onTestFinished(() => avow.close());
    return avow;
  };
  return { avow: await open(), open, folder, stores, backups, pass: clock.pass };
}

let count = 0;

/** Takes a backup, as the operator's timetable does. */
export async function backUp({ folder, stores, clock }: Backups) {
  const path = join(folder, String(count++));
  const { data } = await backupAvow({ ...stores, to: path, clock });
  return { path, file: data.file };
}

/** How one measure stands now. */
export async function standingOf(avow: Market, id: string): Promise<MeasureState | undefined> {
  return (await avow.measures()).find((measure) => measure.id === id)?.state;
}
