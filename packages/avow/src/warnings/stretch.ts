import type { Warning } from './warning.ts';

/** A stretch of a text. */
export type Stretch = Pick<Warning, 'start' | 'end'>;

/** Every stretch that a pattern (`g`) finds; of its group `id`, where it has one (`d`). */
export function stretches(text: string, pattern: RegExp): Stretch[] {
  return [...text.matchAll(pattern)].map((match) => {
    const own = [match.index, match.index + match[0].length] as const;
    const [start, end] = match.indices?.groups?.['id'] ?? own;
    return { start, end };
  });
}
