import type { Words } from '@avow/policy';
import { empty, faults, field, html, type Markup, none } from '@avow/server/look';
import type { Decided, PersonId } from 'avow';
import type { Correctable } from '../options.ts';
import { stranger } from '../web/fault.ts';
import { readForm } from '../web/form.ts';
import { centrePage } from '../web/frame.ts';
import { answered, policyWords } from '../web/policy.ts';
import { type Centre, known, type Visit } from '../web/visit.ts';

type Field = Correctable<Words>;
type Values = Readonly<Partial<Record<string, string>>>;

const longest = 200;

/** A category as the name of its field, which is its anchor as well. */
export const fieldName = (category: string): string => category;

/** Which fields the reader can correct or give, and what is held of them. */
export async function correctableBy(
  { avow, correctable }: Centre,
  person: PersonId,
  held: readonly { readonly category: string }[],
): Promise<{ readonly fields: readonly Field[] }> {
  if (correctable !== undefined) return { fields: correctable };
  const found = [...new Set(held.map(({ category }) => category))];
  // One of many values is no field of a form.
  const single = found.filter(
    (category) => held.filter((each) => each.category === category).length === 1,
  );
  const question = { person, purpose: 'rights', to: 'person' } as const;
  const allowed = await Promise.all(
    single.map((category) => avow.preview('edit', { ...question, categories: [category] })),
  );
  return {
    fields: single.filter((_, at) => allowed[at]?.permitted).map((category) => ({ category })),
  };
}

/** Shows a person what is held of the fields: a decision, like every look. */
async function look(centre: Centre, person: PersonId) {
  const { avow } = centre;
  if (centre.correctable === undefined) {
    const decided = await avow.export({ person });
    if (!decided.permitted) return { decided, fields: [], values: {} };
    const { fields } = await correctableBy(centre, person, decided.value.held);
    const values = Object.fromEntries(
      decided.value.held.map(({ category, value }) => [category, value]),
    );
    return { decided, fields, values };
  }
  const fields = centre.correctable;
  const categories = fields.map(({ category }) => category);
  const question = { person, purpose: 'rights', categories, to: 'person' } as const;
  const decided = await avow.act('show', question);
  const values: Values = decided.permitted ? decided.value.values : {};
  return { decided, fields, values };
}

/** The form for correcting what is held, filled with what is held. */
export const correct = (centre: Centre) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { words } = visit;
    const { decided, fields, values } = await look(centre, person);
    const title = decided.permitted ? words.held.shownYou : words.held.refused;
    const main = html`<h1>${words.correct.title}</h1>
${decided.permitted ? form(visit, fields, values) : none}
${answered(visit, decided, { title })}`;
    return c.html(centrePage(visit, words.correct.title, main));
  }, stranger);

function form(
  visit: Visit,
  fields: readonly Field[],
  values: Values,
  errors: readonly { readonly name: string; readonly error: string }[] = [],
): Markup {
  const { words, language, to } = visit;
  if (fields.length === 0) return empty(words.correct.nothing);
  const spoken = policyWords(visit);
  return html`<p class="lead">${words.correct.lead}</p>${faults(language, errors)}
<form method="post" action="${to('/correct')}">
${fields.map(({ category, autocomplete }) =>
  field({
    name: fieldName(category),
    label: begun(spoken.category(category)),
    value: values[category],
    error: errors.find(({ name }) => name === category)?.error,
    ...(autocomplete === undefined ? {} : { autocomplete }),
    limit: longest,
  }),
)}<div class="actions"><button class="button">${words.correct.save}</button></div></form>`;
}

/** The first letter large, as a label begins; Chinese has no such thing, and stays as it is. */
export const begun = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** Keeps what was changed. A field left empty stays as it is: erasing is an act of its own. */
export const correcting = (centre: Centre) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { words, to } = visit;
    const { decided, fields, values } = await look(centre, person);
    if (!decided.permitted) {
      const main = html`<h1>${words.correct.title}</h1>${answered(visit, decided, { title: words.held.refused })}`;
      return c.html(centrePage(visit, words.correct.title, main));
    }
    const names = fields.map(({ category }) => category);
    const filled: Values = await readForm(c, names);
    const wrong = names
      .filter((name) => (filled[name] ?? '').length > longest)
      .map((name) => ({ name, error: words.correct.tooLong }));
    if (wrong.length > 0) {
      const main = html`<h1>${words.correct.title}</h1>${form(visit, fields, filled, wrong)}`;
      return c.html(centrePage(visit, words.correct.title, main), 422);
    }
    const decisions = await keep(centre, person, fields, values, filled);
    if (decisions.length === 0) return c.redirect(to('/'), 303);
    const spoken = policyWords(visit);
    const panels = decisions.map((each) =>
      answered(visit, each, {
        title: each.permitted
          ? words.correct.kept(spoken.categories(each.value.categories))
          : words.held.refused,
      }),
    );
    const main = html`<h1>${words.correct.done}</h1>${panels}
<p><a class="button button-plain" href="${to('/')}">${words.correct.back}</a></p>`;
    return c.html(centrePage(visit, words.correct.done, main));
  }, stranger);

type Kept = Decided<{ readonly categories: readonly string[] }>;

/** A value that is held is corrected, one that was never given is collected; each decided for itself. */
async function keep(
  { avow }: Centre,
  person: PersonId,
  fields: readonly Field[],
  held: Values,
  filled: Values,
): Promise<readonly Kept[]> {
  const isNew = ({ category }: Field) => filled[category] && filled[category] !== held[category];
  const changed = fields.filter(isNew);
  const given = (those: readonly Field[]) =>
    Object.fromEntries(those.map(({ category }) => [category, filled[category]]));
  const old = changed.filter(({ category }) => held[category] !== undefined);
  const kept: Kept[] = [];
  if (old.length > 0) kept.push(await avow.correct({ person, fields: given(old) }));
  const fresh = changed.filter(({ category }) => held[category] === undefined);
  for (const [purpose, those] of Map.groupBy(fresh, (each) => each.purpose)) {
    if (purpose !== undefined) {
      kept.push(await avow.collect({ person, purpose, fields: given(those) }));
    }
  }
  return kept;
}
