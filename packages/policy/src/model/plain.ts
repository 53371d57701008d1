/** A deep, frozen copy of plain data: nothing that the author still holds can change a policy later. */
export function plain<T>(value: T): T {
  if (Array.isArray(value)) return Object.freeze(value.map(plain)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.freeze(Object.fromEntries(entries.map(([key, part]) => [key, plain(part)]))) as T;
}
