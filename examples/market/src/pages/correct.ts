import { field, html, type Markup } from '@avow/server/look';
import type { Market } from '../market.ts';
import { readForm } from '../web/form.ts';
import { known } from '../web/login.ts';
import { answered, policyWords } from '../web/policy.ts';
import type { Visit } from '../web/visit.ts';
import { minePage } from './mine.ts';

const correctable = ['contact.name', 'contact.phone', 'contact.address'] as const;
type Correctable = (typeof correctable)[number];
type Contact = Partial<Record<Correctable, string>>;

const autocomplete = {
  'contact.name': 'name',
  'contact.phone': 'tel',
  'contact.address': 'street-address',
} as const;

/** The form for correcting what is held, filled with what is held. */
export const correct = (market: Market) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { words } = visit;
    const shown = await market.avow.act('show', {
      person,
      purpose: 'rights',
      categories: correctable,
      to: 'person',
    });
    c.header('Cache-Control', 'no-store');
    const main = html`<h1>${words.correct.title}</h1>
${shown.permitted ? form(market, visit, shown.value.values) : ''}
${answered(market, visit, shown, { title: shown.permitted ? words.mine.shownYou : words.answer.refused })}`;
    return c.html(minePage(visit, words.correct.title, main));
  });

function form(market: Market, visit: Visit, held: Contact): Markup {
  const spoken = policyWords(market, visit);
  return html`<form method="post" action="/mine/correct">
${correctable.map((category) =>
  field({
    name: category,
    label: spoken.category(category),
    value: held[category],
    autocomplete: autocomplete[category],
    limit: 200,
  }),
)}<div class="actions"><button class="button">${visit.words.correct.save}</button></div></form>`;
}

/** Keeps what was filled in; a field left empty stays as it is, since erasing is an act of its own. */
export const correcting = (market: Market) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { words, to } = visit;
    const filled = await readForm(c, correctable);
    const fields = Object.fromEntries(
      correctable.flatMap((category) => {
        const value = filled[category].slice(0, 200);
        return value === '' ? [] : [[category, value]];
      }),
    );
    if (Object.keys(fields).length === 0) return c.redirect(to('/mine/correct'), 303);
    const decided = await market.avow.correct({ person, fields });
    const names = decided.permitted
      ? policyWords(market, visit).categories(decided.value.categories)
      : '';
    const title = decided.permitted ? words.correct.saved : words.answer.refused;
    const main = html`<h1>${title}</h1>
${answered(market, visit, decided, {
  title,
  body: decided.permitted ? html`<p>${words.correct.savedBody(names)}</p>` : html``,
})}
<p><a class="button button-plain" href="${to('/mine')}">${words.correct.back}</a></p>`;
    return c.html(minePage(visit, title, main));
  });
