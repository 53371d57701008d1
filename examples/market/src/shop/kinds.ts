import type { InterestSource } from 'avow';
import type { PictureName } from '../pictures/index.ts';
import { en } from '../words/en/index.ts';
import { zhCN } from '../words/zh-CN/index.ts';
import type { Listing, Listings } from './listings.ts';

/** What kinds of things there are, by their pictures: what somebody may be interested in. */
const kinds = {
  table: ['teapot', 'vase'],
  home: ['lamp', 'chair', 'clock'],
  music: ['radio', 'guitar'],
  outside: ['bicycle', 'kite', 'compass'],
  clothes: ['coat', 'boots', 'smock', 'bag'],
  looking: ['camera', 'books'],
} as const satisfies Record<string, readonly PictureName[]>;

export type Kind = keyof typeof kinds;

const kindNames = Object.keys(kinds) as readonly Kind[];

export const isKind = (name: string): name is Kind => Object.hasOwn(kinds, name);

/** The kind that a thing is of. */
export const kindOf = ({ picture }: Pick<Listing, 'picture'>): Kind | undefined =>
  kindNames.find((kind) => (kinds[kind] as readonly string[]).includes(picture));

/** The thing that a page is about. */
export function thingAt(listings: Listings, page: string): Listing | undefined {
  const [, id] = /^\/goods\/([\w-]+)(?:\/seller)?$/.exec(page) ?? [];
  return id === undefined ? undefined : listings.get(id);
}

/** What the market tells Avow of interests: the page of a thing speaks of its kind, and nothing else does. */
export const interestsIn = (listings: Listings): InterestSource => ({
  words: Object.fromEntries(
    kindNames.map((kind) => [kind, { en: en.kinds[kind], 'zh-CN': zhCN.kinds[kind] }]),
  ),
  ofPage(page) {
    const thing = thingAt(listings, page);
    const kind = thing && kindOf(thing);
    return kind === undefined ? [] : [kind];
  },
});
