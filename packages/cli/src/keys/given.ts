import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Place } from '../arguments/command.ts';
import { UsageError } from '../arguments/usage.ts';
import { isThere, namedIn, type Places, placesIn } from '../deployment/places.ts';
import type { Report } from '../report.ts';

/** What was said on the command line. */
export interface Options {
  readonly data?: string;
  readonly keys?: string;
  readonly passphrase?: string;
  readonly anchor?: string;
  readonly to?: readonly string[];
  readonly out?: string;
  readonly escrow?: string;
  readonly with?: string;
  readonly begin?: boolean;
}

/** What one of the deeds of `avow keys` is given. */
export interface Given {
  readonly options: Options;
  readonly place: Place;
  readonly places: Places;
}

export type Deed = (given: Given) => Promise<Report>;

/** Where the deployment lies. `UsageError` if it is not there. */
export function deploymentOf(options: Options, { folder, environment }: Place): Places {
  const places = placesIn({ ...namedIn(environment), ...options }, folder);
  for (const store of [places.data, places.keys]) {
    if (!isThere(store)) throw new UsageError(`There is no store at ${store}.`);
  }
  return places;
}

/** The whole path of a file that must be there. */
export function fileAt(path: string, { folder }: Place): string {
  const file = resolve(folder, path);
  if (!existsSync(file)) throw new UsageError(`There is no ${file}.`);
  return file;
}

/** A key as the library takes it. */
export function keyIn(
  path: string,
  place: Place,
): { readonly file: string; readonly text: string } {
  const file = fileAt(path, place);
  return { file, text: readFileSync(file, 'utf8') };
}
