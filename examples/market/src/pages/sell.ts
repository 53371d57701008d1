import { empty, faults, field, html, type Markup, none } from '@avow/server/look';
import type { Market } from '../market.ts';
import {
  isPicture,
  type PictureName,
  photoPath,
  pictureNames,
  picturePath,
} from '../pictures/index.ts';
import { photoFrom } from '../pictures/photo.ts';
import { type Form, readFormAndFile } from '../web/form.ts';
import { known } from '../web/login.ts';
import { marketPage } from '../web/page.ts';
import { warnScript } from '../web/scripts.ts';
import type { Visit } from '../web/visit.ts';
import type { Words } from '../words/index.ts';
import { price, textsIn } from './thing.ts';
import { asAnswer, isWarned, type Sending, warningPage, watched } from './warning.ts';

const fields = ['name', 'body', 'price', 'picture', 'photo', 'answer'] as const;
type Filled = Form<(typeof fields)[number]>;
type Wrong = Partial<Record<keyof Filled | 'file', string>>;

/** The form for offering a thing, and what the reader offers already. */
export const sell = (market: Market) =>
  known((c, person) => {
    const { visit } = c.var;
    const mine = market.listings.of(person);
    return c.html(
      marketPage(visit, visit.words.sell.title, sellPage(visit, { mine }), [warnScript]),
    );
  });

/** Puts a thing on the shelf, once its seller knows what they are giving away (6.b). */
export const offer = (market: Market) =>
  known(async (c, seller) => {
    const { visit } = c.var;
    const { filled: typed, file } = await readFormAndFile(c, fields, 'file');
    // What was sent stays, so that a form that comes back need not bring it again.
    const sent = file && photoFrom(new Uint8Array(await file.arrayBuffer()));
    const photo = sent ? market.photos.add(seller, sent) : typed.photo;
    const filled = { ...typed, photo: market.photos.isOf(photo, seller) ? photo : '' };
    const unread = file !== undefined && sent === undefined;
    const wrong = {
      ...check(filled, visit.words),
      ...(unread ? { file: visit.words.sell.needPhoto } : {}),
    };
    const { name: title, body, picture } = filled;
    const isWrong = Object.keys(wrong).length > 0 || !isPicture(picture);
    const answer = asAnswer(filled.answer);
    if (isWrong || answer === 'change') {
      const main = sellPage(visit, { filled, wrong, mine: market.listings.of(seller) });
      return c.html(
        marketPage(visit, visit.words.sell.title, main, [warnScript]),
        isWrong ? 422 : 200,
      );
    }
    const warned = { title: visit.words.sell.title, texts: textsOf(filled, visit.words), filled };
    if (answer !== 'send' && isWarned(market, warned.texts)) return warningPage(c, market, warned);
    const texts = { [visit.language]: { title, body } };
    const added = market.listings.add({
      ...{ seller, picture, price: fen(filled.price), texts },
      photo: filled.photo === '' ? null : filled.photo,
    });
    return c.redirect(visit.to(`/goods/${added.id}`), 303);
  });

const textsOf = ({ name, body }: Filled, { sell }: Words): Sending[] => [
  { field: 'name', label: sell.name, text: name },
  { field: 'body', label: sell.body, text: body },
];

function check({ name, body, price, picture }: Filled, { sell }: Words): Wrong {
  const wrong: Wrong = {};
  if (name === '' || name.length > 80) wrong.name = sell.needName;
  if (body === '' || body.length > 1000) wrong.body = sell.needBody;
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
  visit: Visit,
  shown: { filled?: Filled; wrong?: Wrong; mine: ReturnType<Market['listings']['of']> },
): Markup {
  const { words, language, to } = visit;
  const { filled, wrong = {}, mine } = shown;
  return html`<h1>${words.sell.title}</h1><p class="lead">${words.sell.lead}</p>
${faultList(language, wrong)}
<form method="post" action="${to('/sell')}" enctype="multipart/form-data" novalidate>
${watched(visit, field({ name: 'name', label: words.sell.name, value: filled?.name, error: wrong.name, limit: 80, required: true }))}
${watched(visit, field({ name: 'body', label: words.sell.body, hint: words.sell.bodyHint, value: filled?.body, error: wrong.body, lines: 5, limit: 1000, required: true }))}
${field({ name: 'price', label: words.sell.price, value: filled?.price, error: wrong.price, limit: 12, required: true })}
${pictures(visit, filled?.picture, wrong.picture)}
${own(visit, filled?.photo ?? '', wrong.file)}
<div class="actions"><button class="button">${words.sell.offer}</button></div>
</form>
<h2>${words.sell.mine}</h2>
${mine.length === 0 ? empty(words.sell.none) : none}
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

function pictures({ words }: Visit, chosen: string | undefined, error: string | undefined): Markup {
  return html`<fieldset class="pictures" id="picture"><legend>${words.sell.picture}</legend>
${error === undefined ? none : html`<p class="field-error">${error}</p>`}
<div>${pictureNames.map((name) => choice(name, words.pictures[name], name === chosen))}</div></fieldset>`;
}

/** A picture of one's own: sent once, and shown again where the form comes back. */
const own = ({ words: { sell } }: Visit, photo: string, error: string | undefined): Markup =>
  html`<div class="field" id="file"><label for="photo-file">${sell.photo}</label>
${photo === '' ? none : html`<img class="picture picture-own" src="${photoPath(photo)}" alt="${sell.photoSent}" width="320" height="240"><input type="hidden" name="photo" value="${photo}">`}
<p class="field-hint" id="photo-hint">${sell.photoHint}</p>
${error === undefined ? none : html`<p class="field-error">${error}</p>`}
<input type="file" id="photo-file" name="file" accept="image/jpeg,image/png" aria-describedby="photo-hint"></div>`;

const choice = (name: PictureName, label: string, chosen: boolean): Markup =>
  html`<label><input type="radio" name="picture" value="${name}"${chosen ? html` checked` : none}><img src="${picturePath(name)}" alt="" width="320" height="240"><span>${label}</span></label>`;
