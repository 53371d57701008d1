import { field, html, type Markup } from '@avow/server/look';
import { type Contact, correctable, correctContact, showContact } from '../accounts/correct.ts';
import type { Market } from '../market.ts';
import { readForm } from '../web/form.ts';
import { known } from '../web/login.ts';
import { answered, policyWords } from '../web/policy.ts';
import type { Visit } from '../web/visit.ts';
import { minePage } from './mine.ts';

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
    const shown = await showContact(market, person);
    const title = shown.permitted ? words.mine.shownYou : words.answer.refused;
    c.header('Cache-Control', 'no-store');
    const main = html`<h1>${words.correct.title}</h1>
${shown.permitted ? form(market, visit, shown.value.values) : ''}
${answered(market, visit, shown, { title })}`;
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

/** Keeps what was changed. A field left empty stays as it is: erasing is an act of its own. */
export const correcting = (market: Market) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { words, to } = visit;
    const filled = await readForm(c, correctable);
    const decisions = await correctContact(market, person, filled);
    if (decisions.length === 0) return c.redirect(to('/mine'), 303);
    const spoken = policyWords(market, visit);
    const panels = decisions.map((decided) =>
      answered(market, visit, decided, {
        title: decided.permitted
          ? words.correct.kept(spoken.categories(decided.value.categories))
          : words.answer.refused,
      }),
    );
    const main = html`<h1>${words.correct.done}</h1>${panels}
<p><a class="button button-plain" href="${to('/mine')}">${words.correct.back}</a></p>`;
    return c.html(minePage(visit, words.correct.done, main));
  });
