import { pointerOf } from './pointer.ts';

/**
 * Where a document holds text that cannot be kept or compared: a lone surrogate (no UTF-8 for it) or
 * NUL (ends a string elsewhere). Names are looked at as well as values; the pointer then leads to
 * the object that holds the name, since the name itself cannot be written.
 */
export function findUnsoundText(
  value: unknown,
  path: readonly PropertyKey[] = [],
): string | undefined {
  if (typeof value === 'string') return isSound(value) ? undefined : pointerOf(path);
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, child] of Object.entries(value)) {
    if (!isSound(name)) return pointerOf(path);
    const found = findUnsoundText(child, [...path, name]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a text is well formed Unicode without NUL. */
export function isSound(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}
