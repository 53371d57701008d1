import type { Seals, VaultRead } from '@avow/vault';
import { unsettled } from '../act/settle.ts';
import { actions } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { mustBeApart } from '../desk/by.ts';
import type { PersonId } from '../face/ids.ts';
import { pageOf, rowsOf } from '../history/page.ts';
import { closedDisclosuresOf, disclosureFrom, disclosuresOf } from '../register/disclosure.ts';
import { leakFrom, leakRow } from '../register/leak.ts';
import type { Rows } from '../rows/reading.ts';
import { leakIn } from './leak.ts';
import { rank, type Suspect } from './rank.ts';
import { maybeShown, shownBy } from './shown.ts';

const MOST_LINES = 2_000;

/** Opens a line of a history, in a unit. */
type Opening = Pick<Seals, 'openHistory'>;

/** Where it is read who knew what leaked, and how it is told in the unit that read it. */
export interface Knew {
  readonly reads: readonly VaultRead[];
  in(rows: Rows, now: number, seals: Opening): readonly Suspect[];
}

/** Finds in a person's history, and in what was handed over, who could have leaked it. */
export async function knewOf({ vault }: Deployment, leak: string, person: PersonId): Promise<Knew> {
  const asked = {
    ...{ person, before: undefined, limit: MOST_LINES },
    ...{ ownLooks: false, visits: false, wants: maybeShown },
  };
  const page = await pageOf(vault, asked);
  const sealed = rowsOf(asked, page);
  const handed = [disclosuresOf(person), closedDisclosuresOf(person)];
  return {
    reads: [leakRow(leak), ...handed, ...sealed],
    in(rows, now, seals) {
      const leaked = leakFrom(leakIn(rows, leak, now));
      const disclosures = new Map(
        handed
          .flatMap((read) => rows.of(read))
          .map((row) => [row.id, disclosureFrom(row)] as const),
      );
      const found = new Map(sealed.flatMap((read) => rows.of(read)).map((row) => [row.id, row]));
      const shown = page.lines.flatMap((line) => {
        const row = found.get(line.entry);
        if (row === undefined) throw unsettled();
        return shownBy(line, seals.openHistory(row), disclosures, actions.open) ?? [];
      });
      return rank(shown, leaked);
    },
  };
}

/** Whose leak it is, and who could have leaked it, decide nothing about it. */
export function mustBeBeyond(
  knew: Knew,
  person: string,
  by: string,
  ...unit: readonly [Rows, number, Opening]
): void {
  mustBeApart([person, ...knew.in(...unit).map(({ to }) => to)], by);
}
