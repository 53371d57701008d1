/** How something is meant to strike the reader. Where there is no colour the words alone must do. */
export type Tone = 'good' | 'bad' | 'care' | 'quiet' | 'strong';

/** Something to be read, perhaps in a tone. */
export type Said = string | { readonly text: string; readonly tone: Tone };

/** A cell of a table. Numbers stand to the right, with their thousands parted. */
export type Cell = Said | number;

/** One piece of a page. `indent` is in columns, and holds for all that a long line is broken into. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'line'; readonly said: Said; readonly indent: number }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Cell[])[]; readonly indent: number }
  | { readonly kind: 'gap' };

/** What a command tells, before it is laid out: it knows nothing of columns or colours. */
export type Page = readonly Block[];

export const heading = (text: string): Block => ({ kind: 'heading', text });

export const line = (said: Said, indent = 0): Block => ({ kind: 'line', said, indent });

/** Columns are as wide as what is in them; the last one is wrapped into what is left. */
export const table = (rows: readonly (readonly Cell[])[], indent = 2): Block => ({
  kind: 'table',
  rows,
  indent,
});

export const gap: Block = { kind: 'gap' };

export const good = (text: string): Said => ({ text, tone: 'good' });
export const bad = (text: string): Said => ({ text, tone: 'bad' });
export const care = (text: string): Said => ({ text, tone: 'care' });
export const quiet = (text: string): Said => ({ text, tone: 'quiet' });
export const strong = (text: string): Said => ({ text, tone: 'strong' });

/** The page as a whole, with one gap between its parts; parts with nothing in them leave none. */
export function parts(...pages: readonly Page[]): Page {
  return pages
    .filter((page) => page.length > 0)
    .flatMap((page, index) => (index === 0 ? page : [gap, ...page]));
}
