import { html, type Markup, page, rooms as roomsOf } from '@avow/server/look';
import { type RouteName, routes } from '../access.ts';
import type { Framed } from '../options.ts';
import { ownFacts } from '../pages/attestations/facts.ts';
import { languages } from '../words/index.ts';
import { lookPath, stylePath } from './files.ts';
import type { Visit } from './visit.ts';

/** The rooms of the console by what they are for, in the order of its ways. What is below a room's path belongs to it. */
const groups = {
  work: ['today', 'desk', 'harvests', 'leaks', 'violations', 'attestations', 'holds', 'campaigns'],
  parties: ['parties', 'duties', 'imports', 'transfers'],
  watch: ['underWay', 'flows', 'drift', 'measures'],
  policy: ['policy', 'log'],
} as const satisfies Readonly<Record<string, readonly RouteName[]>>;

type GroupName = keyof typeof groups;
export type RoomName = (typeof groups)[GroupName][number];

const groupNames = Object.keys(groups) as readonly GroupName[];
const rooms: readonly RoomName[] = groupNames.flatMap((group) => groups[group]);

/** The rooms that the reader may enter. */
export const roomsFor = (visit: Visit): readonly RoomName[] =>
  rooms.filter((room) => visit.may(room) && isOfUse(visit, room));

/** A policy that brings no facts along has nothing to be attested. */
const isOfUse = (visit: Visit, room: RoomName): boolean =>
  room !== 'attestations' || ownFacts(visit).length > 0;

/** A page of the console under the ways through all rooms that its reader may enter, in the platform's frame. */
export function consolePage(visit: Visit, title: string, main: Markup): Markup {
  const { words, path, to, operator } = visit;
  const isHere = (room: RoomName) =>
    room === 'today' ? path === '/' : path.startsWith(routes[room].path);
  const mine = roomsFor(visit);
  const ways = roomsOf(
    words.rooms.title,
    groupNames.map((group) => ({
      label: words.groups[group],
      rooms: mine
        .filter((room) => groups[group].some((each) => each === room))
        .map((room) => ({ href: to(room), label: words.rooms[room], current: isHere(room) })),
    })),
  );
  return framed(visit, title, operator === undefined ? main : html`${ways}${main}`);
}

/** A page in the platform's frame, or in a plain one. */
function framed(visit: Visit, title: string, main: Markup): Markup {
  const { place, language, asked, operator } = visit;
  // The answer to a form has no address of its own that it could be read at in another language.
  const isRead = asked.request.method !== 'POST';
  const shown: Framed = {
    language,
    title,
    main,
    stylesheets: [`${place.at}${stylePath}`],
    languages: isRead ? languages.map((each) => ({ language: each, href: visit.in(each) })) : [],
    operator,
  };
  return place.frame === undefined ? plain(shown, visit) : place.frame(shown, visit.asked);
}

/** The frame of a console beside a platform in another language: its name, and the policy. */
function plain(shown: Framed, { place, words, language, to }: Visit): Markup {
  const policy = `${place.policy ?? '/policy'}?lang=${language}`;
  const name = place.name[language] ?? Object.values(place.name)[0] ?? '';
  return page({
    ...shown,
    look: `${place.at}${lookPath}`,
    name: { label: words.rooms.name(name), href: to('today') },
    ways: [{ href: policy, label: words.rooms.published }],
  });
}
