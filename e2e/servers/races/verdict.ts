import { dataSchema, openPostgresReader } from '@avow/vault';
import { type Kind, kinds } from './contests.ts';
import type { Raced } from './race.ts';
import type { Outcome } from './side.ts';

/** Decisions on either side of a change, by the log. */
export interface Sides {
  readonly permittedBefore: number;
  readonly refusedAfter: number;
}

/** What a run of races shows: each decision beside a change is one. */
export interface Verdict {
  readonly sides: Readonly<Record<Kind, Sides>>;
  /** Changes that a race was lost against: the promise is that there are none. */
  readonly broken: readonly Raced[];
}

/** Where each entry stands in the log, by its id: entries are in the tree in the order of arrival. */
export async function placesIn(database: string): Promise<ReadonlyMap<string, number>> {
  const reader = await openPostgresReader(database, dataSchema);
  const places = new Map<string, number>();
  try {
    for await (const { id, arrival } of reader.scan({ table: 'entry' })) {
      places.set(id as string, arrival as number);
    }
  } finally {
    await reader.close();
  }
  return places;
}

/**
 * Holds races against the log. A decision beside the change is permitted if and only if it stands
 * before the change there; one behind it is refused.
 */
export function judge(raced: readonly Raced[], places: ReadonlyMap<string, number>): Verdict {
  const count = Object.fromEntries(
    kinds.map((kind) => [kind, { permittedBefore: 0, refusedAfter: 0 }]),
  ) as Record<Kind, { permittedBefore: number; refusedAfter: number }>;
  const broken: Raced[] = [];
  for (const each of raced) {
    const { kind, change, beside, behind } = each;
    const isWrong = (outcome: Outcome) => outcome.permitted !== isBefore(outcome, change, places);
    if (behind.permitted || beside.some(isWrong)) broken.push(each);
    for (const { permitted } of beside) {
      count[kind][permitted ? 'permittedBefore' : 'refusedAfter'] += 1;
    }
  }
  return { sides: count, broken };
}

function isBefore(
  { entry }: Outcome,
  change: string,
  places: ReadonlyMap<string, number>,
): boolean {
  // About somebody erased nothing was decided, so nothing is in the log.
  if (entry === undefined) return false;
  const [decided, changed] = [places.get(entry), places.get(change)];
  if (decided === undefined || changed === undefined) throw new Error('an entry is not in the log');
  return decided < changed;
}
