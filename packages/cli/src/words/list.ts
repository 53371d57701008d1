/** Names as they stand in a sentence: `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[], joint = 'and'): string {
  const last = names.at(-1) ?? 'nothing';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${joint} ${last}`;
}
