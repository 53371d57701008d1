import { html, type Markup } from '@avow/server/look';
import { photoPath, picturePath } from '../pictures/index.ts';
import type { Listing } from '../shop/listings.ts';
import { type Language, languages } from '../words/index.ts';

/** What is said about a thing in the reader's language, else in the one in which it was said. */
export function textsIn(listing: Listing, language: Language) {
  const spoken = [language, ...languages].find((each) => listing.texts[each] !== undefined);
  const texts = spoken && listing.texts[spoken];
  if (texts === undefined) throw new TypeError('A listing says nothing in any language.');
  return { ...texts, spoken };
}

/** A price in the reader's form: `¥120.00`. */
export const price = (fen: number, language: Language): string =>
  new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'CNY',
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  }).format(fen / 100);

/** The picture of a thing. Beside its name it says nothing more, so it is not read out. */
export const thumbnail = ({ picture, photo }: Pick<Listing, 'picture' | 'photo'>): Markup =>
  html`<img class="picture" src="${photo === null ? picturePath(picture) : photoPath(photo)}" alt="" width="320" height="240">`;
