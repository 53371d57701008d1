import type { Words } from '@avow/policy';
import { day, empty, html, type Markup, moment, none, table } from '@avow/server/look';
import type { Consent, Held, PersonId } from 'avow';
import { stranger } from '../web/fault.ts';
import { centrePage } from '../web/frame.ts';
import { answered, policyWords } from '../web/policy.ts';
import { type Centre, known, type Visit } from '../web/visit.ts';
import { type Alike, alike } from './alike.ts';
import { correctableBy, fieldName } from './correct.ts';
import { interestName } from './interests.ts';
import { sourceName } from './parties.ts';
import { registered } from './registered.ts';

type Value = Held<Words>;

/** How many values of one category stand open on the page; the others unfold. */
const open = 3;
/** How many there are on the page at all. */
const most = 50;

/** Everything held of the reader, by category, each with its actions beside it. */
export const held = (centre: Centre) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { words, reader, to } = visit;
    const decided = await centre.avow.export({ person });
    const main = html`<h1>${words.held.title}</h1>
<p class="lead">${words.held.lead}</p>
${reader?.called === undefined ? none : html`<p>${words.held.called(reader.called)}</p>`}
${decided.permitted ? await tables(visit, person, decided.value.held) : none}
${answered(visit, decided, { title: decided.permitted ? words.held.shownYou : words.held.refused })}
${(centre.elsewhere ?? []).map(
  ({ href, label }) => html`<p><a href="${href}">${label[visit.language] ?? href}</a></p>`,
)}
<p class="quiet small">${words.held.pseudonym}<code data-person>${person}</code> · <a href="${to('/receipt')}">${words.check.title}</a></p>`;
    return c.html(centrePage(visit, words.held.title, main));
  }, stranger);

/** A table for each branch of the policy's categories. */
async function tables(visit: Visit, person: PersonId, values: readonly Value[]): Promise<Markup> {
  const { centre, words, to } = visit;
  const { fields } = await correctableBy(centre, person, values);
  const consents = await centre.avow.consents.list(person);
  const spoken = policyWords(visit);
  const order = Object.keys(centre.avow.policy.current().policy.vocabulary.categories);
  const sorted = values.toSorted(
    (a, b) => order.indexOf(a.category) - order.indexOf(b.category) || a.collected - b.collected,
  );
  const branches = Map.groupBy(sorted, ({ category }) => category.split('.', 1)[0] ?? category);
  const missing = fields.filter(
    ({ category }) => !values.some((each) => each.category === category),
  );
  return html`${values.length === 0 ? empty(words.held.nothing) : none}<div class="held">${[
    ...branches,
  ].map(([branch, found]) =>
    table({
      caption: spoken.category(branch),
      head: [
        words.held.what,
        words.held.value,
        words.held.from,
        words.held.since,
        words.held.until,
        words.held.actions,
      ],
      rows: [...Map.groupBy(found, ({ category }) => category)].map(([category, those]) =>
        row(visit, category, those, {
          isCorrectable: fields.some((field) => field.category === category),
          isBrought: those.some(({ source }) => !ours.has(source)),
          allowed: consents.filter((each) => isAllowed(each, category)),
        }),
      ),
    }),
  )}</div>${missing.length === 0 ? none : html`<p><a class="button button-plain" href="${to(`/correct#${fieldName(missing[0]?.category ?? '')}`)}">${words.held.add}</a></p>`}`;
}

/** Sources that are no partner. */
const ours: ReadonlySet<string> = new Set(['person', 'device', 'derived', 'platform']);

const isAllowed = ({ state, categories }: Consent<Words>, category: string) =>
  state === 'given' && categories.includes(category);

interface Rights {
  readonly isCorrectable: boolean;
  /** A partner brought some of it. */
  readonly isBrought: boolean;
  /** Permissions that speak of it. */
  readonly allowed: readonly Consent<Words>[];
}

function row(visit: Visit, category: string, values: readonly Value[], rights: Rights) {
  const { language } = visit;
  const spoken = policyWords(visit);
  const [first] = values;
  const sources = [...new Set(values.map(({ source }) => sourceName(visit, source)))];
  const until = values.map(({ expires }) => expires);
  const last = until.includes(undefined) ? undefined : Math.max(...until.map((end) => end ?? 0));
  return [
    spoken.category(category),
    shown(visit, values),
    new Intl.ListFormat(language, { type: 'conjunction' }).format(sources),
    first === undefined ? none : day(Math.min(...values.map((each) => each.collected)), language),
    last === undefined ? spoken.retention(category) : day(last, language),
    actions(visit, category, rights),
  ];
}

/** The values themselves, newest first, those that are alike once; where there are many the rest unfold, or are in the copy. */
function shown(visit: Visit, values: readonly Value[]): Markup {
  const { words, to } = visit;
  const said = values
    .toReversed()
    .map(
      (each) =>
        (each.category.startsWith('register.') ? registered(each.value, visit) : undefined) ??
        told(each, visit),
    );
  const once = alike(visit, said);
  if (once.length === 1) return html`${once.map(({ shown }) => shown)}`;
  const list = (some: readonly Alike[]) =>
    html`<ul class="values">${some.map(({ shown }) => html`<li>${shown}</li>`)}</ul>`;
  const more = once.slice(open);
  const beyond = once.slice(most).reduce((sum, { times }) => sum + times, 0);
  return html`${list(once.slice(0, open))}${
    more.length === 0
      ? none
      : html`<details><summary>${words.held.more(more.length)}</summary>${list(more.slice(0, most - open))}${
          beyond > 0 ? html`<p><a href="${to('/take')}">${words.held.inCopy(beyond)}</a></p>` : none
        }</details>`
  }`;
}

/** An interest by its name, which a page of its own explains; a page by what it is about; a moment in the reader's form; the rest as it is held. */
const told = ({ category, value }: Value, visit: Visit): Markup | string => {
  if (category !== 'interest') return page(value, visit) ?? plainly(value, visit);
  const { interest } = JSON.parse(value) as { readonly interest: string };
  return interestName(visit, interest);
};

/** A page of the platform by what it is about, and its path. */
function page(value: string, { centre, language }: Visit): Markup | undefined {
  const name = value.startsWith('/') ? centre.pageName?.(value, language) : undefined;
  return name === undefined
    ? undefined
    : html`${name}<br><span class="quiet small">${value}</span>`;
}

const plainly = (value: string, { language }: Visit): Markup | string =>
  /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? moment(Date.parse(value), language) : value;

/** What can be done about it, each with its name in full for those who hear the page. */
function actions(visit: Visit, category: string, rights: Rights): Markup {
  const { isCorrectable, isBrought, allowed } = rights;
  const { words, to } = visit;
  const about = policyWords(visit).category(category);
  const action = (href: string, label: string) =>
    html`<li><a href="${to(href)}" aria-label="${words.held.of(label, about)}">${label}</a></li>`;
  return html`<ul class="acts">${action(`/history?category=${encodeURIComponent(category)}`, words.held.whoSaw)}${
    isCorrectable ? action(`/correct#${fieldName(category)}`, words.held.correct) : none
  }${
    category === 'interest' ? action('/interests', words.held.correct) : none
  }${isBrought ? action('/brought', words.brought.remove) : none}${allowed.length > 0 ? action(`/choices#consent-${allowed[0]?.consent}`, words.held.withdraw) : none}<li><a href="${to('/leave')}">${words.held.erase}</a></li></ul>`;
}
