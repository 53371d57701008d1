import { empty, html, type Markup, moment, table } from '@avow/server/look';
import type { Deed } from 'avow';
import type { Visit } from '../web/visit.ts';
import { type Doers, doer } from './doers.ts';
import { partyLink } from './party/name.ts';
import { short } from './short.ts';

/** What operators did, the newest first, and who it was; `ofParty`: all of it about the party that the page is of. */
export function deedsDone(
  visit: Visit,
  deeds: readonly Deed[],
  doers: Doers,
  { ofParty = false } = {},
): Markup {
  const { words, language } = visit;
  const { deeds: said, listed } = words;
  if (deeds.length === 0) return empty(said.none);
  return table({
    caption: said.title,
    head: [said.at, said.what, ...(ofParty ? [] : [said.party]), said.of, said.by],
    rows: deeds.map((deed) => [
      moment(deed.at, language),
      what(visit, deed),
      ...(ofParty ? [] : [deed.party === undefined ? listed.none : partyLink(visit, deed.party)]),
      rowOf(deed) ?? listed.none,
      called(doers, deed),
    ]),
  });
}

/** Rows of a party are named by what they are and whose; of those only what comes after that is news. */
function rowOf({ of = '' }: Deed): Markup | undefined {
  const name: unknown = of.startsWith('[') ? JSON.parse(of)[2] : of;
  return name ? short(String(name)) : undefined;
}

/** In words, where there are some; else as the log says it. */
function what({ words }: Visit, { evidence, state }: Deed): Markup | string {
  const said: Readonly<Record<string, string>> = words.deeds.done;
  const name = `${evidence}.${state}`;
  return Object.hasOwn(said, name) ? said[name]! : html`<code>${name}</code>`;
}

function called(doers: Doers, { by }: Deed): Markup {
  const name = doer(doers, by);
  return name === by ? short(by) : html`${name}`;
}
