import { languageName } from './language.ts';
import { html, type Markup, none } from './markup.ts';
import { stylesheetPath } from './stylesheet.ts';
import { lookWords } from './words.ts';

/** A way to another page. */
export interface Way {
  readonly href: string;
  readonly label: string;
  /** Whether it leads to the page it stands on. */
  readonly current?: boolean;
}

/** All that a page is made of. Addresses are paths; texts are in `language`. */
export interface PageOptions {
  readonly language: string;
  readonly title: string;
  /** The name in the head of the page, and where it leads; `mark`: the path of a picture before it. */
  readonly name: { readonly label: string; readonly href: string; readonly mark?: string };
  readonly ways?: readonly Way[];
  /** The same page in every language it has, this one among them. */
  readonly languages?: readonly { readonly language: string; readonly href: string }[];
  readonly main: Markup;
  /** Before everything but the way past it: a question that comes first, as a region of its own. */
  readonly first?: Markup;
  /** Beside the ways: who is signed in, a form to sign out. */
  readonly aside?: Markup;
  readonly foot?: Markup;
  /** The shared stylesheet's path, where it is not served at its usual one. */
  readonly look?: string;
  /** Stylesheets beside the shared one, by path. */
  readonly stylesheets?: readonly string[];
  /** Module scripts, by path. No page needs one to be used. */
  readonly scripts?: readonly string[];
}

/** A whole page: head with name, ways and language switch, the text, the foot. */
export function page(options: PageOptions): Markup {
  const { language, title, name, ways = [], languages = [], main, aside, foot, first } = options;
  const words = lookWords(language);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title === name.label ? title : `${title} · ${name.label}`}</title>
${[options.look ?? stylesheetPath, ...(options.stylesheets ?? [])].map((href) => html`<link rel="stylesheet" href="${href}">`)}
${languages.map((each) => html`<link rel="alternate" hreflang="${each.language}" href="${each.href}">`)}
${(options.scripts ?? []).map((src) => html`<script type="module" src="${src}"></script>`)}
</head>
<body>
<a class="skip" href="#text">${words.skip}</a>
${first ?? none}
<header class="frame-head">
<a class="frame-name" href="${name.href}">${name.mark === undefined ? none : html`<img src="${name.mark}" alt="" width="26" height="26">`}${name.label}</a>
${ways.length === 0 ? none : html`<nav aria-label="${words.ways}"><ul>${ways.map(way)}</ul></nav>`}
${aside ?? none}
${languages.length < 2 ? none : languageSwitch(language, languages)}
</header>
<main class="frame-main" id="text">${main}</main>
${foot === undefined ? none : html`<footer class="frame-foot">${foot}</footer>`}
</body>
</html>
`;
}

const way = ({ href, label, current }: Way): Markup =>
  html`<li><a href="${href}"${current ? html` aria-current="page"` : none}>${label}</a></li>`;

function languageSwitch(shown: string, languages: NonNullable<PageOptions['languages']>): Markup {
  return html`<nav class="frame-languages" aria-label="${lookWords(shown).languages}"><ul>${languages.map(
    ({ language, href }) =>
      html`<li><a href="${href}" hreflang="${language}" lang="${language}"${
        language === shown ? html` aria-current="true"` : none
      }>${languageName(language)}</a></li>`,
  )}</ul></nav>`;
}
