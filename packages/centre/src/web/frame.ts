import { html, type Markup, page, rooms as roomsOf } from '@avow/server/look';
import type { Framed, OwnRoom } from '../options.ts';
import { type Language, languages, wordsIn } from '../words/index.ts';
import { lookPath, scriptPath, stylePath } from './files.ts';
import type { Visit } from './visit.ts';

/** The rooms of the centre by what they are for, in the order of its ways; the platform's own stand in `say`. */
const groups = {
  held: [
    ['/', 'held'],
    ['/history', 'history'],
    ['/flows', 'flows'],
    ['/openings', 'openings'],
    ['/cases', 'cases'],
    ['/policy', 'sentences'],
  ],
  say: [
    ['/choices', 'choices'],
    ['/agreement', 'agreement'],
    ['/safety', 'safety'],
  ],
  go: [
    ['/take', 'take'],
    ['/leave', 'leave'],
  ],
} as const;

/** A page of the centre under the ways through all of its rooms, in the platform's frame. */
export function centrePage(visit: Visit, title: string, main: Markup): Markup {
  const { centre, language, to, path } = visit;
  const here = `${centre.at}${path === '/' ? '' : path}`;
  const ways = centreWays({ at: centre.at, rooms: centre.rooms ?? [], language, here, to });
  return framed(visit, title, html`${ways}${main}`);
}

/** The ways through the centre, for pages of the platform's own that stand among its rooms. */
export function centreWays({
  at,
  rooms: own,
  language,
  here,
  to = (path) => `${at}${path === '/' ? '' : path}`,
}: {
  readonly at: string;
  readonly rooms: readonly OwnRoom[];
  readonly language: Language;
  /** The path of the page that they stand on. */
  readonly here: string;
  readonly to?: (path: string) => string;
}): Markup {
  const words = wordsIn(language);
  const isHere = (path: string) => (path === '/' ? here === at : here.startsWith(`${at}${path}`));
  const way = (path: string, label: string) => ({ href: to(path), label, current: isHere(path) });
  const ours = (group: keyof typeof groups) => ({
    label: words.groups[group],
    rooms: groups[group].map(([path, name]) => way(path, words.rooms[name])),
  });
  const theirs = own.map(({ path, label }) => way(path, label[language] ?? path));
  const say = ours('say');
  return roomsOf(words.rooms.title, [
    ours('held'),
    { ...say, rooms: [...say.rooms, ...theirs] },
    ours('go'),
  ]);
}

/** A page in the platform's frame, or in a plain one. */
export function framed(visit: Visit, title: string, main: Markup, isLast = false): Markup {
  const { centre, language } = visit;
  const shown: Framed = {
    language,
    title,
    main,
    stylesheets: [`${centre.at}${stylePath}`],
    scripts: [`${centre.at}${scriptPath}`],
    languages: isLast ? [] : languages.map((each) => ({ language: each, href: visit.in(each) })),
    isLast,
  };
  return centre.frame === undefined ? plain(shown, visit) : centre.frame(shown, visit.asked);
}

/** The frame of a centre beside a platform in another language: its name, and the policy. */
function plain(shown: Framed, { centre, words, language, to }: Visit): Markup {
  const policy = `${centre.policy ?? '/policy'}?lang=${language}`;
  const name = centre.name[language] ?? Object.values(centre.name)[0] ?? '';
  return page({
    ...shown,
    look: `${centre.at}${lookPath}`,
    name: { label: name, href: to('/') },
    ways: [{ href: policy, label: words.rooms.policy }],
    foot: html`<p>${words.rooms.foot(name)}</p>`,
  });
}
