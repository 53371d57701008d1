import type { Cell, Words } from '@avow/policy';
import { actions, placeFact, transferFact } from '../conventions.ts';
import type { NamedMechanism } from '../face/mechanisms.ts';
import { wayOf } from '../facts/place.ts';
import { mechanismsFor } from '../facts/transfer.ts';
import type { Rows } from '../rows/reading.ts';
import type { PlannedQuestion } from './planned.ts';
import type { Question } from './question.ts';

// Whatever is stored, read or shown abroad is two decisions: the act itself, by the sentences about it,
// and the transfer, which names its mechanism. Nobody asks for the second; the records say that it is due.

/** Whether a question turns on where something goes, so that a transfer may be due. */
export function mayTransfer({ question, cells, asked }: PlannedQuestion): boolean {
  return (
    question.action !== actions.transfer &&
    Object.hasOwn(asked.words.actions, actions.transfer) &&
    cells.some(([, cell]) => cell.facts.some((fact) => asked.words.facts[fact]?.from === placeFact))
  );
}

/**
 * The question of the transfer that a question is about as well; undefined where it stays at home. Where
 * nobody can tell where it goes there is none to be asked, and the act itself is refused. Needs the rows
 * that tell what class the recipient is.
 */
export function transferOf(planned: PlannedQuestion, rows: Rows): Question | undefined {
  if (!mayTransfer(planned)) return undefined;
  const way = wayOf(rows, planned.asked);
  if (way === undefined || way.origins.length === 0) return undefined;
  return { ...planned.question, action: actions.transfer };
}

/** By cell, which is of one policy and so of one vocabulary. */
const atHome = new WeakMap<Cell, readonly string[]>();

/**
 * The facts that a cell turns on where nothing leaves. Whether a mechanism covers it is then nobody's
 * concern, so what says so is not read: as long as all that it does in the cell is to lift a prohibition
 * that a place at home excludes by itself. Left unknown it permits nothing that it did not before.
 */
export function factsAtHome(cell: Cell, { facts }: Words): readonly string[] {
  const known = atHome.get(cell);
  if (known !== undefined) return known;
  const bitOf = (provider: string) =>
    cell.facts.reduce(
      (bits, fact, at) => (facts[fact]?.from === provider ? bits | (1 << at) : bits),
      0,
    );
  const [abroad, covered] = [bitOf(placeFact), bitOf(transferFact)];
  const isMoot =
    cell.permits.every(({ pos, neg }) => ((pos | neg) & covered) === 0) &&
    cell.forbids.every(({ pos, neg }) => ((pos | neg) & covered) === 0 || (pos & abroad) !== 0);
  const found = cell.facts.filter((fact) => !isMoot || facts[fact]?.from !== transferFact);
  atHome.set(cell, found);
  return found;
}

/** What a transfer that was permitted rests on, each mechanism once. */
export function mechanismsNamed(
  { question, asked }: Pick<PlannedQuestion, 'question' | 'asked'>,
  rows: Rows,
  now: number,
): readonly NamedMechanism[] {
  if (question.action !== actions.transfer) return [];
  const named = new Map<string, NamedMechanism>();
  for (const category of question.categories) {
    for (const each of mechanismsFor(rows, { ...asked, category }, now) ?? []) {
      named.set(each.mechanism, each);
    }
  }
  return [...named.values()];
}
