import type { WriteStream } from 'node:tty';
import { styleText } from 'node:util';
import type { Tone } from './words/page.ts';
import type { Medium } from './words/print.ts';

const styles = {
  good: 'green',
  bad: 'red',
  care: 'yellow',
  quiet: 'dim',
  strong: 'bold',
} as const satisfies Record<Tone, string>;

/** As wide as a page gets: longer lines are hard to read, however wide the window is. */
const widest = 110;
/** The width where nobody is looking: files and pipes get the same text everywhere. */
const unseen = 100;

/**
 * What a stream shows. Colour only on a terminal, and not where `NO_COLOR` (no-color.org) is set:
 * `styleText` looks at both.
 */
export function medium(stream: WriteStream): Medium {
  return {
    columns: Math.min(widest, stream.isTTY && stream.columns > 0 ? stream.columns : unseen),
    paint: (text, tone) => styleText(styles[tone], text, { stream }),
  };
}
