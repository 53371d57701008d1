import { isFault } from '@avow/vault';
import type { Decided } from '../face/decision.ts';
import type { OfEach } from '../face/each.ts';
import type { PersonId } from '../face/ids.ts';
import { isAvowFault } from '../fault.ts';

/** How many are asked about at a time: as many share a flush, and no more are ever in memory. */
const TOGETHER = 64;

/** Asks about one person after the other, some at a time; answers come in the order of the people. */
export async function* each<Value>(
  people: Iterable<PersonId> | AsyncIterable<PersonId>,
  ask: (person: PersonId) => Promise<Decided<Value>>,
): AsyncGenerator<OfEach<Value>, void, undefined> {
  const asked: Promise<OfEach<Value>>[] = [];
  for await (const person of people) {
    const answer = answerAbout(person, ask);
    // Whoever stops listening, or hears of a fault first, leaves others under way: theirs is not unheard of.
    answer.catch(() => undefined);
    asked.push(answer);
    if (asked.length >= TOGETHER) yield await asked.shift()!;
  }
  for (const answer of asked) yield await answer;
}

async function answerAbout<Value>(
  person: PersonId,
  ask: (person: PersonId) => Promise<Decided<Value>>,
): Promise<OfEach<Value>> {
  try {
    return { person, decided: await ask(person) };
  } catch (problem) {
    if (isGone(problem)) return { person, decided: undefined };
    throw problem;
  }
}

/** Erased meanwhile, or never there. */
export function isGone(problem: unknown): boolean {
  return isFault(problem, 'AVOW_ERASED') || isAvowFault(problem, 'AVOW_NOT_FOUND');
}
