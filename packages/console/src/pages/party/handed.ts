import type { Words } from '@avow/policy';
import { empty, html, type Markup, none, table } from '@avow/server/look';
import type { DisclosureId, Handed, PartyId } from 'avow';
import { begun, policyWords } from '../../web/policy.ts';
import type { AnyAvow, Visit } from '../../web/visit.ts';

/** How many disclosures are counted for a page; who has more is told so. */
const most = 5_000;
const pageful = 1_000;

/** What a party was handed and is not closed: counts alone, so that the page is no look at anybody. */
export interface Counted {
  readonly rows: readonly {
    readonly category: string;
    readonly purpose: string;
    readonly sealed: number;
    readonly online: number;
  }[];
  readonly counted: number;
  readonly hasMore: boolean;
}

export async function handedTo(avow: AnyAvow, party: PartyId): Promise<Counted> {
  const counts = new Map<string, Counted['rows'][number]>();
  let counted = 0;
  for (let after: DisclosureId | undefined; ; ) {
    const page = await avow.disclosures.to(party, { limit: pageful, ...(after && { after }) });
    for (const each of page) count(counts, each);
    counted += page.length;
    after = page.at(-1)?.disclosure;
    const isLast = page.length < pageful;
    if (isLast || counted >= most) return { rows: [...counts.values()], counted, hasMore: !isLast };
  }
}

function count(counts: Map<string, Counted['rows'][number]>, handed: Handed<Words>): void {
  const { purpose, sealed, online } = handed;
  for (const [how, categories] of Object.entries({ sealed, online })) {
    for (const category of categories) {
      const key = JSON.stringify([category, purpose]);
      const so = counts.get(key) ?? { category, purpose, sealed: 0, online: 0 };
      counts.set(key, { ...so, [how]: so[how as 'sealed' | 'online'] + 1 });
    }
  }
}

export function handed(visit: Visit, { rows, counted, hasMore }: Counted): Markup {
  const { words, language } = visit;
  const { party: said } = words;
  const spoken = policyWords(visit);
  const number = (value: number) => value.toLocaleString(language);
  if (rows.length === 0) return empty(said.handedNone);
  return html`<p>${said.handedLead}</p>
${table({
  caption: said.handed,
  head: [
    said.category,
    said.purpose,
    { label: said.sealed, figures: true },
    { label: said.online, figures: true },
  ],
  rows: rows.map((each) => [
    begun(spoken.category(each.category)),
    spoken.purpose(each.purpose),
    number(each.sealed),
    number(each.online),
  ]),
})}
${hasMore ? html`<p>${said.handedMore(number(counted))}</p>` : none}`;
}
