/** An object without what was left out: an absent field is not the same as one that is `undefined`. */
export type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

export function given<T extends Readonly<Record<string, unknown>>>(fields: T): Given<T> {
  const there = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(there) as Given<T>;
}
