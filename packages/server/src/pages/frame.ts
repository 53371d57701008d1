import type { Context } from 'hono';
import { html, type Markup, none, page, type RoomGroup, rooms } from '../look/index.ts';
import { basesWords } from './bases-words.ts';
import { iconPath } from './icon.ts';
import type { Site } from './site.ts';
import { pageWords } from './words.ts';

/** What a page says, before it is framed. */
export interface Shown {
  readonly language: string;
  readonly title: string;
  readonly main: Markup;
  readonly status?: 200 | 404;
  /** Whether the page exists in every language of the policy, or only in this one. */
  readonly translated?: boolean;
  /** The ways within the part of these pages that it belongs to. */
  readonly within?: RoomGroup;
}

/** One of the server's own pages, in the frame that all pages share. */
export async function show(c: Context, site: Site, shown: Shown): Promise<Response> {
  const { language, title, main, status = 200, translated = true, within } = shown;
  const words = pageWords(language);
  const languages = translated
    ? site.languages().map((each) => ({ language: each, href: `${c.req.path}?lang=${each}` }))
    : [];
  c.header('Content-Language', language);
  c.header('Vary', 'Accept-Language');
  c.header('Cache-Control', 'no-cache');
  const whole = page({
    language,
    title,
    name: { label: site.nameIn(language), href: `${site.home}?lang=${language}`, mark: iconPath },
    ways: site.ways.map(({ href, label }) => ({
      href: `${href}?lang=${language}`,
      label: label[language] ?? href,
    })),
    languages,
    main: html`${pages(c.req.path, language, within)}${main}`,
    foot: html`${site.foot.length === 0 ? none : html`<ul>${site.foot.map(({ href, label }) => html`<li><a href="${href}?lang=${language}">${label[language]}</a></li>`)}</ul>`}<p>${words.foot}</p>`,
  });
  return c.html(whole, status);
}

/** The server's own pages: what is promised, and what became of it. */
function pages(path: string, language: string, within?: RoomGroup): Markup {
  const words = pageWords(language);
  const all = [
    ['/policy', words.policy],
    ['/policy/versions', words.versions],
    ['/clauses', words.clauses],
    ['/measures', words.measures],
    ['/bases', basesWords(language).way],
    ['/docs', words.documentation],
  ] as const;
  // The longest that the path begins with: a version stands among the versions.
  const here = all.findLast(([href]) => path === href || path.startsWith(`${href}/`))?.[0];
  const own = all.map(([href, label]) => ({
    href: `${href}?lang=${language}`,
    label,
    current: href === here,
  }));
  return rooms(words.pages, [{ rooms: own }, ...(within === undefined ? [] : [within])], 'line');
}
