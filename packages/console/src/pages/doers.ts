import type { PersonId } from 'avow';
import type { Visit } from '../web/visit.ts';

/** What operators are called on one page, by their ids. */
export type Doers = ReadonlyMap<string, string>;

/**
 * The names of operators, for the reader of a page: each one asked of the policy, so that the look is on record and
 * stands in the operator's own history. Whose name is not shown is called by the id that records have.
 */
export async function doersOf(
  { place, operator }: Visit,
  ids: readonly PersonId[],
): Promise<Doers> {
  const { avow, operatorNames: named } = place;
  if (named === undefined || operator === undefined) return new Map();
  const { category, purpose } = named;
  const found = await Promise.all(
    [...new Set(ids)].map(async (person) => {
      const question = { person, purpose, categories: [category] };
      const shown = await avow
        .act('show', { ...question, to: { staff: operator.operator } })
        .catch(unlessGone);
      const name = shown?.permitted ? shown.value.values[category] : undefined;
      return name === undefined ? [] : [[person, name] as const];
    }),
  );
  return new Map(found.flat());
}

export const doer = (doers: Doers, id: PersonId): string => doers.get(id) ?? id;

/** Erased since: what they did stays, and whose it was does not. */
function unlessGone(problem: unknown): undefined {
  const code: unknown = (problem as { readonly code?: unknown } | undefined)?.code;
  if (code !== 'AVOW_ERASED' && code !== 'AVOW_NOT_FOUND') throw problem;
}
