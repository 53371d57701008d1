import { empty, html, type Markup, moment, table } from '@avow/server/look';
import type { Running } from 'avow';
import type { Visit } from '../../web/visit.ts';

/** Openings that were granted before something ended, until when each runs. Whose they are is not said. */
export function running({ words, language }: Visit, list: readonly Running[]): Markup {
  const { end: said } = words;
  if (list.length === 0) return empty(said.runningNone);
  return html`<p>${said.runningLead}</p>${table({
    caption: said.running,
    head: [said.disclosure, said.until],
    rows: list.map(({ disclosure, until }) => [
      html`<code>${disclosure}</code>`,
      moment(until, language),
    ]),
  })}`;
}
