import type { Words } from '@avow/policy';
import { day, empty, html, type Markup, none, table } from '@avow/server/look';
import { asPartyId, type Import, type PartyId } from 'avow';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import type { AnyAvow, Console, Visit } from '../../web/visit.ts';
import { paging } from '../paging.ts';
import { partyLink, partyName } from '../party/name.ts';

/** Parties that are looked through for a page, and deliveries of each that stand on it. */
const pageful = 25;
const newest = 3;

/** What partners deliver: the newest of each, or all of one. */
export const imports =
  ({ avow }: Console): Handle =>
  async (c) => {
    const { visit } = c.var;
    const { words, to } = visit;
    const { imports: said } = words;
    const named = c.req.query('party');
    const { after, before } = c.req.query();
    const isLater = (named === undefined ? after : before) !== undefined;
    const shown =
      named === undefined ? await ofAll(avow, after) : await ofOne(avow, asPartyId(named), before);
    const title = named === undefined ? said.title : `${said.title} · ${partyName(visit, named)}`;
    const main = html`${named === undefined ? none : html`<p class="eyebrow"><a href="${to('imports')}">${said.title}</a></p>`}
<h1>${title}</h1><p class="lead">${said.lead}</p>
${shown.list.length === 0 ? empty(said.none) : listed(visit, shown.list, named)}
${paging(visit, {
  first: isLater && to('imports', named === undefined ? {} : { party: named }),
  next: shown.next && to('imports', shown.next),
})}`;
    return c.html(consolePage(visit, title, main));
  };

interface Shown {
  readonly list: readonly Import<Words>[];
  /** What the address of the next page says; undefined: there is none. */
  readonly next: Readonly<Record<string, string>> | undefined;
}

export async function ofAll({ parties, imports: all }: AnyAvow, after?: string): Promise<Shown> {
  const found = await parties.everyone({
    ...(after && { after: asPartyId(after) }),
    limit: pageful,
  });
  const each = await Promise.all(found.map(({ party }) => all.list(party)));
  const last = found.length < pageful ? undefined : found.at(-1)?.party;
  return {
    list: each.flatMap((some) => some.slice(0, newest)),
    next: last && { after: last },
  };
}

/** As many as the library lists at a time. */
const listSize = 100;

async function ofOne({ imports: all }: AnyAvow, party: PartyId, before?: string): Promise<Shown> {
  const list = await all.list(party, before as Import<Words>['import'] | undefined);
  const last = list.length < listSize ? undefined : list.at(-1)?.import;
  return { list, next: last && { party, before: last } };
}

function listed(visit: Visit, list: readonly Import<Words>[], of: string | undefined): Markup {
  const { words, language, to } = visit;
  const { imports: said } = words;
  const number = (value: number) => value.toLocaleString(language);
  const figures = (label: string) => ({ label, figures: true }) as const;
  return table({
    caption: said.list,
    head: [
      said.begun,
      said.partner,
      said.state,
      figures(said.next),
      figures(said.kept),
      figures(said.rejected),
    ],
    rows: list.map((each) => [
      html`<a href="${to('import', { import: each.import })}">${day(each.begun, language)}</a>`,
      html`${partyLink(visit, each.party)}${of === undefined ? html` <a class="act" href="${to('imports', { party: each.party })}">${said.all}</a>` : none}`,
      importMark(visit, each),
      number(each.next),
      number(each.kept),
      number(rejectedOf(each)),
    ]),
  });
}

const marks = {
  open: 'mark',
  done: 'mark mark-yes',
  stopped: 'mark mark-no',
  cancelled: 'mark',
} as const satisfies Record<Import<Words>['state'], string>;

export const importMark = ({ words }: Visit, { state }: Import<Words>): Markup =>
  html`<span class="${marks[state]}">${words.imports.states[state]}</span>`;

export const rejectedOf = ({ rejected }: Import<Words>): number =>
  Object.values(rejected).reduce((sum, count) => sum + count, 0);
