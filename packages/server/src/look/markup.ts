import { raw, html as template } from 'hono/html';

/**
 * A piece of a page. Every value put into `html` is escaped, unless it is markup itself. The
 * templates are tagged strings and not JSX, because Node strips types and leaves JSX as it is.
 */
export type Markup = ReturnType<typeof template>;

/**
 * A template of markup. A space behind a text is left out where the text ends in full-width punctuation,
 * which brings its own: `${label} ${value}` reads well in English and in Chinese.
 */
export function html(strings: TemplateStringsArray, ...values: unknown[]): Markup {
  if (!values.some(endsWide)) return template(strings, ...values);
  const tight = strings.map((said, at) =>
    endsWide(values[at - 1]) ? said.replace(/^((?:<\/\w+>)*) /, '$1') : said,
  );
  return template(Object.assign(tight, { raw: strings.raw }), ...values);
}

const wide: ReadonlySet<string | undefined> = new Set('、。！），：；？');

const endsWide = (value: unknown): boolean => typeof value === 'string' && wide.has(value.at(-1));

/** Nothing: where a part of a page is left out. */
export const none: Markup = raw('');

export { raw };
