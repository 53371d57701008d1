import { centreWays } from '@avow/centre';
import { html, type Markup } from '@avow/server/look';
import { en } from '../words/en/index.ts';
import { zhCN } from '../words/zh-CN/index.ts';
import { marketPage } from './page.ts';
import type { Visit } from './visit.ts';

/** Where the privacy centre is mounted. */
export const ownPath = '/mine';

/** The market's own rooms in the privacy centre. */
export const ownRooms = [
  { path: '/messages', label: { en: en.news.title, 'zh-CN': zhCN.news.title } },
] as const;

/** A page of the market that stands among the rooms of the privacy centre. */
export function ownPage(visit: Visit, title: string, main: Markup): Markup {
  const { language, path } = visit;
  const ways = centreWays({ at: ownPath, rooms: ownRooms, language, here: path });
  return marketPage(visit, title, html`${ways}${main}`);
}
