import { day, empty, html, type Markup, table } from '@avow/server/look';
import type { PartyViolation } from 'avow';
import type { Visit } from '../../web/visit.ts';

/** What is on record against a party, newest first. Each stands there once, however often it happened. */
export function violations({ words, language }: Visit, list: readonly PartyViolation[]): Markup {
  const { party: said, listed } = words;
  if (list.length === 0) return empty(said.violationsNone);
  return table({
    caption: said.violations,
    head: [said.kind, said.matter, said.at],
    rows: list.map(({ kind, matter, at }) => [
      said.kinds[kind],
      matter === undefined ? listed.none : html`<code>${matter}</code>`,
      day(at, language),
    ]),
  });
}
