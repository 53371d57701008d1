import { faults, field, html, type Markup, none, tick } from '@avow/server/look';
import type { Form } from '../web/form.ts';
import { policyWords } from '../web/policy.ts';
import type { Visit } from '../web/visit.ts';
import { begun } from './correct.ts';

const DAY = 24 * 3_600_000;
const LONGEST = 8_000;

/** What may have leaked, as far as the policy knows it. */
export const leakable = [
  ...(['contact.name', 'contact.phone', 'contact.address', 'contact.email'] as const),
] as const;

export type Entered = Form<'said' | 'happened' | 'freeze' | (typeof leakable)[number]>;

/** What is reported, or what is wrong with it. */
export function reportIn(visit: Visit, form: Entered) {
  const { safety: said } = visit.words;
  const categories = leakable.filter((name) => form[name] === 'yes');
  const now = Date.now();
  const from = Date.parse(`${form.happened}T00:00:00Z`);
  const isLater = from > now;
  const wrong = {
    ...(categories.length === 0 ? { [leakable[0]]: said.chooseOne } : {}),
    ...(isLater ? { happened: said.notYet } : {}),
    ...(form.said === '' ? { said: said.empty } : {}),
  };
  if (Object.keys(wrong).length > 0) return { wrong };
  const happened = Number.isNaN(from) ? now : Math.min(from + DAY - 1, now);
  return { categories, happened, text: form.said, freeze: form.freeze === 'yes' };
}

/** What leaked is ticked and not typed: the values on record are compared. */
export function reportForm(
  visit: Visit,
  form: Entered | undefined,
  wrong: Readonly<Record<string, string>>,
): Markup {
  const { words, language, to, centre } = visit;
  const { safety: said } = words;
  const { categories } = centre.avow.policy.current().policy.vocabulary;
  const there = leakable.filter((name) => Object.hasOwn(categories, name));
  const found = Object.entries(wrong).map(([name, error]) => ({ name, error }));
  return html`${faults(language, found)}<form method="post" action="${to('/safety')}" novalidate><input type="hidden" name="does" value="report">
<fieldset><legend>${said.whatLeaked}</legend>${there.map((name) => tick({ name, label: begun(policyWords(visit).category(name)), ticked: form?.[name] === 'yes', error: wrong[name] }))}</fieldset>
<div class="field"><label for="happened">${said.when}</label><p class="field-hint" id="happened-hint">${said.whenHint}</p><input type="date" id="happened" name="happened" value="${form?.happened ?? ''}" aria-describedby="happened-hint">${wrong['happened'] === undefined ? none : html`<p class="field-error">${wrong['happened']}</p>`}</div>
${field({ name: 'said', label: said.text, hint: said.textHint, lines: 5, limit: LONGEST, required: true, value: form?.said, error: wrong['said'] })}
${tick({ name: 'freeze', label: said.freeze, ticked: form?.freeze === 'yes' })}
<div class="actions"><button class="button">${said.send}</button></div></form>`;
}
