import type { Words } from '@avow/policy';
import type { Seals } from '@avow/vault';
import { perform } from '../act/act.ts';
import { actions } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { asPersonId } from '../door/ids.ts';
import type { Acts, Held } from '../face/acts.ts';
import type { PersonId } from '../face/ids.ts';
import { recordsOf } from '../register/record.ts';
import type { Rows } from '../rows/reading.ts';
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
        retentions: own.retentions,
        apply(rows, _now, seals) {
          own.mustStillBeAll(rows);
          return open(person, own.question.categories, rows, seals);
        },
      };
    });
  };
}

function open(person: PersonId, asked: readonly string[], rows: Rows, seals: Seals) {
  const opened = rows.of(recordsOf(person)).filter((row) => asked.includes(row.category));
  const held = opened.map(
    (row): Held<Words> => ({
      category: row.category,
      value: Buffer.from(seals.open(row)).toString('utf8'),
      source: row.source,
      collected: row.collected,
      expires: row.expires ?? undefined,
    }),
  );
  return { value: { held }, touched: opened.map((row) => row.id) };
}
