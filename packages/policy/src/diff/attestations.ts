import type { FactTerm, Words } from '../model/words.ts';
import { labelOf } from '../wording/labels.ts';
import { change } from './change.ts';
import type { Change } from './difference.ts';

/** What a fact is made true by: fewer signatures, a longer life or no word of who receives ask for less. */
export function attestations(before: Words, after: Words): readonly Change[] {
  const both = Object.keys(after.facts).filter((fact) => Object.hasOwn(before.facts, fact));
  return both.flatMap((fact) => {
    const was = before.facts[fact]!;
    const is = after.facts[fact]!;
    if (JSON.stringify(asked(was)) === JSON.stringify(asked(is))) return [];
    const looser = asksLess(was, is);
    const kind = looser ? 'evidence-looser' : 'evidence-stricter';
    return change(kind, looser, after, (phrases, language) =>
      (looser ? phrases.evidenceLooser : phrases.evidenceStricter)(
        labelOf(after, 'facts', fact, language),
      ),
    );
  });
}

const asked = ({ from, attested }: FactTerm) => [
  from,
  ...(attested ? [attested.signatures, attested.days, attested.recipient === true] : []),
];

/** What is read from another record altogether cannot be compared, and is told as if it asked for less. */
function asksLess(was: FactTerm, is: FactTerm): boolean {
  if (was.attested === undefined || is.attested === undefined) return true;
  return (
    is.attested.signatures < was.attested.signatures ||
    is.attested.days > was.attested.days ||
    (was.attested.recipient === true && is.attested.recipient !== true)
  );
}
