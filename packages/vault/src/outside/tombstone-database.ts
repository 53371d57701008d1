import { VaultError } from '../fault.ts';
import type { PersonId } from '../id.ts';
import type { Tombstones } from '../port/tombstones.ts';
import type { Line } from './line.ts';

const PAGE = 1_000;

const EXISTS = "SELECT 1 FROM outside WHERE name = 'tombstones'";
/** The list is made and added to at once: one begun and cut off would be taken for all there is. */
const ADD = `
  WITH made AS (INSERT INTO outside VALUES ('tombstones', '1') ON CONFLICT DO NOTHING)
  INSERT INTO erased (person, held)
    SELECT person, $2::boolean FROM json_array_elements_text($1::json) AS person`;
const NEXT = `
  SELECT number, person FROM erased WHERE number > $1 AND held = $2::boolean
    ORDER BY number LIMIT ${PAGE}`;

/** Tombstones in a table that only grows, beside the checkpoint: a row for each person. */
export function openTombstoneDatabase(line: Line): Tombstones {
  async function exists(): Promise<boolean> {
    return ((await line.read(EXISTS)) ?? []).length > 0;
  }

  async function add(people: readonly PersonId[], held: boolean): Promise<void> {
    try {
      await line.write(ADD, [JSON.stringify(people), String(held)]);
    } catch (cause) {
      throw new VaultError('AVOW_TOMBSTONES', `${line.told} cannot be written to`, { cause });
    }
  }

  async function* listed(held: boolean): AsyncIterable<PersonId> {
    if (!(await exists())) {
      throw new VaultError('AVOW_TOMBSTONES', `there is no list of erased people at ${line.told}`);
    }
    for (let last = 0, more = true; more; ) {
      const rows = (await line.read(NEXT, [last, String(held)])) ?? [];
      for (const [number, person] of rows) {
        last = number as number;
        yield person as PersonId;
      }
      more = rows.length === PAGE;
    }
  }

  return {
    exists,
    add: (people) => add(people, false),
    addHeld: (people) => add(people, true),
    people: () => listed(false),
    held: () => listed(true),
  };
}
