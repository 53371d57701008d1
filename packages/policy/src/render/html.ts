import { phrasesFor } from '../wording/phrases.ts';
import type { Document, Line } from './document.ts';
import type { Table } from './tables.ts';

/** What a page puts beside a sentence, by its id: HTML, taken as it is. */
export type Beside = (sentence: string) => string;

/**
 * The policy as a fragment of HTML: no scripts, no styles; its headings begin at the second level, so
 * that the page around it has its own first. Every clause and sentence is an anchor by its id
 * (`id="2.a.1"`), parts and tables by `part-2`, `access`, `disclosure`.
 */
export function toHtml(document: Document, beside: Beside = () => ''): string {
  const parts = document.parts.map(
    ({ id, title, separate, clauses }) => `
<section class="part${separate === undefined ? '' : ' part-separate'}" id="part-${escapeHtml(id)}">
<h2>${escapeHtml(title)}</h2>${separate === undefined ? '' : `\n<p class="part-note">${escapeHtml(separate)}</p>`}
${clauses
  .map(
    (clause) => `<section class="clause" id="${escapeHtml(clause.id)}">
<h3>${escapeHtml(clause.title)}</h3>
${clause.sentences.map((line) => sentenceHtml(line, beside(line.id))).join('\n')}
</section>`,
  )
  .join('\n')}
</section>`,
  );
  return [
    `<article class="policy" lang="${escapeHtml(document.language)}">`,
    `${parts.join('')}\n${document.tables.map(tableHtml).join('\n')}`,
    '</article>\n',
  ].join('\n');
}

/** A page of its own around the fragment. */
export function toPage(document: Document, stylesheet: string | undefined): string {
  const link =
    stylesheet === undefined ? '' : `<link rel="stylesheet" href="${escapeHtml(stylesheet)}">\n`;
  return `<!doctype html>
<html lang="${escapeHtml(document.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(document.title)}</title>
${link}</head>
<body>
<main>
<h1>${escapeHtml(document.title)}</h1>
<nav class="contents" aria-label="${escapeHtml(phrasesFor(document.language).page.contents)}">
<ul>
${[
  ...document.parts.map(({ id, title }) => [`part-${id}`, title]),
  ...document.tables.map(({ id, title }) => [id, title]),
]
  .map(([id = '', title = '']) => `<li><a href="#${escapeHtml(id)}">${escapeHtml(title)}</a></li>`)
  .join('\n')}
</ul>
</nav>
${toHtml(document)}</main>
</body>
</html>
`;
}

function sentenceHtml({ id, text, laws, marks }: Line, beside: string): string {
  const said = marks.map(
    ({ law, kind, label, note }) =>
      `<p class="sentence-mark mark-${kind}"><strong>${escapeHtml(law)}: ${escapeHtml(label)}</strong> ${escapeHtml(note)}</p>`,
  );
  return [
    `<div class="sentence" id="${escapeHtml(id)}">`,
    `<a class="sentence-number" href="#${escapeHtml(id)}">${escapeHtml(id)}</a><p>${unbroken(escapeHtml(text))}</p>`,
    ...(said.length === 0
      ? []
      : [`<details><summary>${escapeHtml(laws)}</summary>`, ...said, '</details>']),
    ...(beside === '' ? [] : [beside]),
    '</div>',
  ].join('\n');
}

function tableHtml({ id, title, columns, rows }: Table): string {
  const body = rows.map(({ cells, sentences }) => {
    const links = sentences
      .map((one) => `<a class="cite" href="#${escapeHtml(one)}">${escapeHtml(one)}</a>`)
      .join(' ');
    const all = [...cells.map((cell) => unbroken(escapeHtml(cell))), links];
    const named = all.map(
      (cell, at) => `<td data-head="${escapeHtml(columns[at] ?? '')}"><span>${cell}</span></td>`,
    );
    return `<tr>${named.join('')}</tr>`;
  });
  return `<section class="generated" id="${id}">
<h2>${escapeHtml(title)}</h2>
<table class="table">
<thead><tr>${columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>
</section>`;
}

/** A word such as "e-mail" is not broken behind its one letter. The text stays as it is, for whoever copies it. */
const unbroken = (escaped: string): string =>
  escaped.replace(/(?<![\p{L}\p{N}&-])\p{L}-\p{L}+/gu, '<span class="whole">$&</span>');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
