import { html, type Markup, none } from '@avow/server/look';
import type { Visit } from '../web/visit.ts';

/** What stands in a list once. */
export interface Alike {
  /** As it is read, and how often where that is more than once. */
  readonly shown: Markup;
  readonly times: number;
}

/** What reads the same stands once, in the order in which it came first. */
export function alike({ words }: Visit, said: readonly (Markup | string)[]): readonly Alike[] {
  return [...Map.groupBy(said, asRead).values()].map((same) => ({
    shown: html`${same[0]}${same.length === 1 ? none : html` <span class="quiet">(${words.held.times(same.length)})</span>`}`,
    times: same.length,
  }));
}

/** Two moments within a minute read the same. */
const asRead = (said: Markup | string): string => String(said).replace(/<time [^>]*>/g, '<time>');
