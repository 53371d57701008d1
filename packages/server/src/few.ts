/**
 * Below this a count is published as "fewer", and not as it is: who knows of one disclosure would find it again in a
 * count of one or two. None at all is said as none. People and operators see of their own what there is.
 */
export const fewerThan = 5;

export const isFew = (count: number): boolean => count > 0 && count < fewerThan;

/** A count as a program is answered it; `null`: at least one, and fewer than `fewerThan`. */
export const counted = (count: number): number | null => (isFew(count) ? null : count);

/** A count as anybody reads it. */
export function countWords(count: number, language: string): string {
  if (!isFew(count)) return count.toLocaleString(language);
  return language.toLowerCase().startsWith('zh') ? `不到 ${fewerThan}` : `fewer than ${fewerThan}`;
}
