import { faults, field, html, type Markup, none } from '@avow/server/look';
import type { Market } from '../market.ts';
import { isPicture, type PictureName, pictureNames, picturePath } from '../pictures/index.ts';
import { holdsContact } from '../shop/contact.ts';
import { type Form, readForm } from '../web/form.ts';
import { known } from '../web/login.ts';
import { marketPage } from '../web/page.ts';
import { citing } from '../web/policy.ts';
import type { Visit } from '../web/visit.ts';
import type { Words } from '../words/index.ts';
import { price, textsIn } from './thing.ts';

const fields = ['name', 'body', 'price', 'picture'] as const;
type Filled = Form<(typeof fields)[number]>;
type Wrong = Partial<Record<keyof Filled, string>>;

/** The form for offering a thing, and what the reader offers already. */
export const sell = (market: Market) =>
  known((c, person) => {
    const { visit } = c.var;
    const mine = market.listings.of(person);
    return c.html(marketPage(visit, visit.words.sell.title, sellPage(market, visit, { mine })));
  });

/** Puts a thing on the shelf. */
export const offer = (market: Market) =>
  known(async (c, seller) => {
    const { visit } = c.var;
    const filled = await readForm(c, fields);
    const wrong = check(filled, visit.words);
    const { name: title, body, picture } = filled;
    if (Object.keys(wrong).length > 0 || !isPicture(picture)) {
      const main = sellPage(market, visit, { filled, wrong, mine: market.listings.of(seller) });
      return c.html(marketPage(visit, visit.words.sell.title, main), 422);
    }
    const texts = { [visit.language]: { title, body } };
    const added = market.listings.add({ seller, picture, price: fen(filled.price), texts });
    return c.redirect(visit.to(`/goods/${added.id}`), 303);
  });

function check({ name, body, price, picture }: Filled, { sell }: Words): Wrong {
  const wrong: Wrong = {};
  if (name === '' || name.length > 80) wrong.name = sell.needName;
  else if (holdsContact(name)) wrong.name = sell.contactInText;
  if (body === '' || body.length > 1000) wrong.body = sell.needBody;
  else if (holdsContact(body)) wrong.body = sell.contactInText;
  const asked = fen(price);
  if (!Number.isSafeInteger(asked) || asked < 100 || asked > 10_000_000)
    wrong.price = sell.needPrice;
  if (!isPicture(picture)) wrong.picture = sell.needPicture;
  return wrong;
}

/** Yuan as people write them (`120`, `120.50`, `1,200`) in fen; anything else is not a number. */
const fen = (yuan: string): number =>
  /^\d{1,3}(,\d{3})*(\.\d{1,2})?$|^\d+(\.\d{1,2})?$/.test(yuan)
    ? Math.round(Number(yuan.replaceAll(',', '')) * 100)
    : Number.NaN;

function sellPage(
  market: Market,
  visit: Visit,
  shown: { filled?: Filled; wrong?: Wrong; mine: ReturnType<Market['listings']['of']> },
): Markup {
  const { words, language, to } = visit;
  const { filled, wrong = {}, mine } = shown;
  const leaked = wrong.name === words.sell.contactInText || wrong.body === words.sell.contactInText;
  return html`<h1>${words.sell.title}</h1><p class="lead">${words.sell.lead}</p>
${leaked ? warning(market, visit) : faultList(language, wrong)}
<form method="post" action="${to('/sell')}" novalidate>
${field({ name: 'name', label: words.sell.name, value: filled?.name, error: wrong.name, limit: 80, required: true })}
${field({ name: 'body', label: words.sell.body, hint: words.sell.bodyHint, value: filled?.body, error: wrong.body, lines: 5, limit: 1000, required: true })}
${field({ name: 'price', label: words.sell.price, value: filled?.price, error: wrong.price, limit: 12, required: true })}
${pictures(visit, filled?.picture, wrong.picture)}
<div class="actions"><button class="button">${words.sell.offer}</button></div>
</form>
<h2>${words.sell.mine}</h2>
${mine.length === 0 ? html`<p class="quiet">${words.sell.none}</p>` : none}
<ul class="rows">${mine.map(
    (listing) =>
      html`<li><a href="${to(`/goods/${listing.id}`)}">${textsIn(listing, language).title}</a> <span class="number">${price(listing.price, language)}</span> <span class="mark">${words.state[listing.state]}</span></li>`,
  )}</ul>`;
}

const faultList = (language: string, wrong: Wrong): Markup =>
  faults(
    language,
    Object.entries(wrong).map(([name, error]) => ({ name, error })),
  );

/** Clause 6.b: whoever is about to publish contact details is warned, and nothing is published. */
function warning(market: Market, visit: Visit): Markup {
  const { sell } = visit.words;
  return html`<div class="faults" role="alert"><h2>${sell.contactTitle}</h2><p>${sell.contactBody}</p>${citing(market, visit, '6.b.2')}</div>`;
}

function pictures({ words }: Visit, chosen: string | undefined, error: string | undefined): Markup {
  return html`<fieldset class="pictures" id="picture"><legend>${words.sell.picture}</legend>
${error === undefined ? none : html`<p class="field-error">${error}</p>`}
<div>${pictureNames.map((name) => choice(name, words.pictures[name], name === chosen))}</div></fieldset>`;
}

const choice = (name: PictureName, label: string, chosen: boolean): Markup =>
  html`<label><input type="radio" name="picture" value="${name}"${chosen ? html` checked` : none}><img src="${picturePath(name)}" alt="" width="320" height="240"><span>${label}</span></label>`;
