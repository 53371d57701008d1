import type { Draft, VersionRow } from '@avow/vault';
import type { ReadOf, Rows } from '../rows/reading.ts';
import type { Matter } from './choice.ts';
import { versionOf } from './version.ts';

/**
 * What a version with a major change asks again, from its date on: the acceptance of whoever accepted
 * before, and the choices that speak of what changes. It stands in a row of its own beside the version.
 */
interface AskingBody {
  readonly version: string;
  /** Places of the policy at which it changes; an absent dimension means all of it. */
  readonly touched: readonly Touched[];
}

export interface Touched {
  readonly actions?: readonly string[];
  readonly purposes?: readonly string[];
  readonly categories?: readonly string[];
}

export interface Asking extends AskingBody {
  readonly from: number;
}

const ASKING = 'policy-asking';

/** The most versions with major changes that there may be, so that a read of them is complete. */
const MOST = 1_000;

/** Everything that was ever asked again, or will be. */
export const askings: ReadOf<'version'> = {
  table: 'version',
  by: 'name',
  equals: [ASKING, 'asking'],
  limit: MOST,
};

export function askingOf(version: string): ReadOf<'version'> {
  return versionOf(`${ASKING}:${version}`);
}

export function askingRow(from: number, body: AskingBody): Draft<'version'> {
  const digest = `${ASKING}:${body.version}`;
  return { digest, name: ASKING, state: 'asking', from, body: JSON.stringify(body) };
}

const read = new WeakMap<VersionRow, Asking>();

function askingFrom(row: VersionRow): Asking {
  let asking = read.get(row);
  if (asking === undefined) {
    asking = { ...(JSON.parse(row.body) as AskingBody), from: row.from ?? 0 };
    read.set(row, asking);
  }
  return asking;
}

/** An answer: when it was given, and by which version it was asked. */
interface Answered {
  readonly at: number;
  readonly version: string | undefined;
}

/** Whether an acceptance was outdone: by a major change since, that was not itself accepted. */
export function outdoes(asking: Asking, { at, version }: Answered): boolean {
  return at < asking.from && version !== asking.version;
}

/** What is asked again by `now`. Needs `askings` to have been read. */
export function askedBy(rows: Rows, now: number): readonly Asking[] {
  return rows
    .of(askings)
    .map(askingFrom)
    .filter(({ from }) => from <= now);
}

/** Whether a version changes something that a choice speaks of. */
export function touches({ touched }: AskingBody, matter: Matter): boolean {
  return touched.some(
    ({ actions, purposes, categories }) =>
      (actions?.includes(matter.action) ?? true) &&
      (purposes?.includes(matter.purpose) ?? true) &&
      (categories?.includes(matter.category) ?? true),
  );
}
