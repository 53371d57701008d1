import type { Question } from '../act/question.ts';
import { unsettled } from '../act/settle.ts';
import { type actions, classes, historyCategory, purposes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import type { PersonId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import type { Edition } from '../policy/edition.ts';
import { categoryOf } from '../register/lot.ts';
import { recordsOf } from '../register/record.ts';
import { type Rows, readNow } from '../rows/reading.ts';

/** A person's own question about everything held of them. */
interface OwnQuestion {
  readonly question: Question;
  /** Throws, so that the question is put anew, if something else is held by now. */
  mustStillBeAll(rows: Rows): void;
}

/** What for and for whom it is asked, where it is not the person's own wish. */
type Whose = Pick<Question, 'purpose'> & { readonly to: 'person' | 'platform' };
const own: Whose = { purpose: purposes.rights, to: 'person' };

/** Asks for everything held of a person: to export it, or to erase it. */
export async function askOfAllHeld(
  { vault, policy }: Deployment,
  person: PersonId,
  action: typeof actions.export | typeof actions.erase,
  whose: Whose = own,
): Promise<OwnQuestion> {
  const edition = await policy.now();
  const held = (rows: Rows) => rows.of(recordsOf(person)).map(categoryOf);
  const found = held(await readNow(vault, recordsOf(person)));
  const categories = askedFor(edition, action, found, whose);
  if (categories.length === 0) {
    throw new AvowError('AVOW_NOT_FOUND', 'nothing is held of this person', 'person');
  }
  return {
    question: { person, action, ...whose, categories },
    mustStillBeAll(rows) {
      const now = askedFor(edition, action, held(rows), whose);
      if (now.join() !== categories.join()) throw unsettled();
    },
  };
}

/**
 * What is held, and the history that everybody has. What no sentence could ever permit is not asked
 * for: a password is nobody's to export. Where nothing else is left the question is put all the same,
 * and refused.
 */
function askedFor(
  edition: Edition,
  action: string,
  held: readonly string[],
  { purpose, to }: Whose,
): string[] {
  const { engine, policy } = edition;
  const history = Object.hasOwn(policy.vocabulary.categories, historyCategory)
    ? [historyCategory]
    : [];
  const everything = [...new Set([...held, ...history])].sort();
  const permittable = everything.filter(
    (category) =>
      engine.cell(action, purpose, category, to === 'person' ? classes.self : classes.platform)
        .permits.length > 0,
  );
  return permittable.length > 0 ? permittable : everything;
}
