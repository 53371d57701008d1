import { dataSchema, openPostgresReader } from '@avow/vault';
import { type Kind, kinds } from './contests.ts';
import type { Raced } from './race.ts';

/** Decisions on either side of a change, by the log. */
export interface Sides {
  readonly permittedBefore: number;
  readonly refusedAfter: number;
}

/** What a run of races shows. */
export interface Verdict {
  readonly sides: Readonly<Record<Kind, Sides>>;
  /** Races that ought not to be: the promise is that there are none. */
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
    const { kind, beside, behind } = each;
    if (behind.permitted || beside.permitted !== isBefore(each, places)) broken.push(each);
    count[kind][beside.permitted ? 'permittedBefore' : 'refusedAfter'] += 1;
  }
  return { sides: count, broken };
}

function isBefore({ beside, change }: Raced, places: ReadonlyMap<string, number>): boolean {
  // About somebody erased nothing was decided, so nothing is in the log.
  if (beside.entry === undefined) return false;
  const [decided, changed] = [places.get(beside.entry), places.get(change)];
  if (decided === undefined || changed === undefined) throw new Error('an entry is not in the log');
  return decided < changed;
}
