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
import { isBook } from '../register/visit.ts';
import { ownRegisters } from '../registers/own.ts';
import { notesIn } from '../visits/content.ts';
import { askOfAllHeld } from './own.ts';

/**
 * Everything held of a person that is theirs to take along, for the person; and what stands in the
 * registers, which lie outside and so are asked for by a decision of their own.
 */
export function exportWith(deployment: Deployment): Acts<Words>['export'] {
  return async (who) => {
    const person = asPersonId(who.person);
    return perform(deployment, async () => {
      const own = await askOfAllHeld(deployment, person, actions.export);
      const registers = await ownRegisters(deployment, person);
      return {
        person,
        questions: [own.question, ...(registers.question ? [registers.question] : [])],
        lock: 'shared',
        reads: [recordsOf(person), ...registers.reads],
        ...(registers.opens ? { opens: registers.opens } : {}),
        apply(unit) {
          own.mustStillBeAll(unit.rows);
          const kept = open(person, own.question.categories, unit);
          const outside = registers.open(unit);
          return {
            value: { held: [...kept.value.held, ...outside.held] },
            touched: [...kept.touched, ...outside.touched],
          };
        },
      };
    });
  };
}

function open(person: PersonId, asked: readonly string[], { rows, seals, now }: InUnit) {
  const opened = rows.of(recordsOf(person)).filter((row) => asked.includes(categoryOf(row)));
  const held = opened.flatMap((row) => {
    const { source, collected } = row;
    const what = { category: categoryOf(row), source };
    if (isBook(row)) {
      return notesIn(row, seals.open, now).map(
        ({ value, collected, until }): Held<Words> => ({
          ...what,
          value,
          collected,
          expires: until ?? undefined,
        }),
      );
    }
    const more = { ...what, collected, expires: row.expires ?? undefined };
    return valuesIn(row, seals.open(row)).map((value): Held<Words> => ({ ...more, value }));
  });
  return { value: { held }, touched: opened.map((row) => row.id) };
}

/** What a record holds: one value, or those of a lot of items. */
function valuesIn(row: RecordRow, bytes: Uint8Array): string[] {
  if (isLot(row)) return unpack(bytes).map(({ value }) => value);
  return [Buffer.from(bytes).toString('utf8')];
}
