/**
 * When a rule counts, as plain data over names of facts. `{ all: [] }` always holds. A condition is
 * evaluated in Kleene's strong three-valued logic, since a fact may be unknown.
 */
export type Condition =
  | { readonly fact: string }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** The names of the facts in a condition, each once. */
export function factsIn(condition: Condition): ReadonlySet<string> {
  if ('fact' in condition) return new Set([condition.fact]);
  if ('not' in condition) return factsIn(condition.not);
  const parts = 'all' in condition ? condition.all : condition.any;
  return new Set(parts.flatMap((part) => [...factsIn(part)]));
}
