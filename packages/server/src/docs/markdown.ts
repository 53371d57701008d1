import { Marked, type Tokens } from 'marked';
import { html, type Markup, raw } from '../look/index.ts';
import { anchorOf, leadsTo } from './links.ts';

/** A document as a page. */
export interface Written {
  readonly title: string;
  readonly main: Markup;
  /** Its parts, for a list of contents: anchor and name. */
  readonly parts: readonly { readonly anchor: string; readonly name: string }[];
}

/**
 * Writes a document of ours as a page in the shared look: links lead to pages, tables turn into blocks on a
 * phone, what is wider than the page can be scrolled by keyboard. Comments are left out; other HTML in it
 * is shown as text.
 */
export function written(document: string, file: string): Written {
  const marked = new Marked({ gfm: true });
  const parts: { anchor: string; name: string }[] = [];
  let title = file;
  marked.use({
    renderer: {
      heading({ tokens, text, depth }) {
        const name = plain(text);
        const said = this.parser.parseInline(tokens);
        if (depth === 1) {
          title = name;
          return '';
        }
        const anchor = anchorOf(name);
        if (depth === 2) parts.push({ anchor, name });
        return `<h${depth} id="${escaped(anchor)}">${said}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        const said = this.parser.parseInline(tokens);
        const to = leadsTo(href, file);
        return to === undefined ? said : `<a href="${escaped(to)}">${said}</a>`;
      },
      image: ({ href, text }) =>
        `<img src="${escaped(leadsTo(href, file) ?? '')}" alt="${escaped(text)}">`,
      code: ({ text }) => `<pre tabindex="0"><code>${escaped(text)}</code></pre>\n`,
      html: ({ text }) => (/^\s*<!--/.test(text) ? '' : escaped(text)),
      table(table) {
        const inline = (cell: Tokens.TableCell) => this.parser.parseInline(cell.tokens);
        return tableOf(table, inline);
      },
    },
  });
  const main = marked.parse(document, { async: false });
  return { title, main: html`<h1>${title}</h1>${raw(main)}`, parts };
}

type Inline = (cell: Tokens.TableCell) => string;

/** As `table` of the look writes one: a cell takes its column's name along. */
function tableOf({ header, rows }: Tokens.Table, inline: Inline): string {
  // A column that has no name is headed by nothing.
  const head = header
    .map((cell) => (cell.text === '' ? '<td></td>' : `<th scope="col">${inline(cell)}</th>`))
    .join('');
  const body = rows.map((cells) => {
    const row = cells.map((cell, at) => {
      if (at === 0) return `<th scope="row">${inline(cell)}</th>`;
      const column = escaped(plain(header[at]?.text ?? ''));
      return `<td data-head="${column}"><span>${inline(cell)}</span></td>`;
    });
    return `<tr>${row.join('')}</tr>`;
  });
  return `<table class="table"><thead><tr>${head}</tr></thead>
<tbody>${body.join('\n')}</tbody></table>\n`;
}

/** A heading's words without the marks of its code and emphasis. */
const plain = (text: string) => text.replace(/[`*]/g, '');

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string) => text.replace(/[&<>"]/g, (each) => escapes[each] ?? each);
