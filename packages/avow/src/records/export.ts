import type { Words } from '@avow/policy';
import type { RecordRow } from '@avow/vault';
import { perform } from '../act/act.ts';
import type { InUnit } from '../act/deed.ts';
import { actions } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { asPersonId } from '../door/ids.ts';
import type { Acts, Held } from '../face/acts.ts';
import type { PersonId } from '../face/ids.ts';
import { unpack } from '../items/content.ts';
import { categoryOf, isLot } from '../register/lot.ts';
import { recordsOf } from '../register/record.ts';
import { askOfAllHeld } from './own.ts';

/** Everything held of a person that is theirs to take along, for the person. */
export function exportWith(deployment: Deployment): Acts<Words>['export'] {
  return async (who) => {
    const person = asPersonId(who.person);
    return perform(deployment, async () => {
      const own = await askOfAllHeld(deployment, person, actions.export);
      return {
        person,
        questions: [own.question],
        lock: 'shared',
        reads: [recordsOf(person)],
        apply(unit) {
          own.mustStillBeAll(unit.rows);
          return open(person, own.question.categories, unit);
        },
      };
    });
  };
}

function open(person: PersonId, asked: readonly string[], { rows, seals }: InUnit) {
  const opened = rows.of(recordsOf(person)).filter((row) => asked.includes(categoryOf(row)));
  const held = opened.flatMap((row) => {
    const { source, collected } = row;
    const more = {
      category: categoryOf(row),
      source,
      collected,
      expires: row.expires ?? undefined,
    };
    return valuesIn(row, seals.open(row)).map((value): Held<Words> => ({ ...more, value }));
  });
  return { value: { held }, touched: opened.map((row) => row.id) };
}

/** What a record holds: one value, or those of a lot of items. */
function valuesIn(row: RecordRow, bytes: Uint8Array): string[] {
  if (isLot(row)) return unpack(bytes).map(({ value }) => value);
  return [Buffer.from(bytes).toString('utf8')];
}
