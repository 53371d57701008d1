import { html, raw } from 'hono/html';

/**
 * A piece of a page. Every value put into `html` is escaped, unless it is markup itself. The
 * templates are tagged strings and not JSX, because Node strips types and leaves JSX as it is.
 */
export type Markup = ReturnType<typeof html>;

/** Nothing: where a part of a page is left out. */
export const none: Markup = raw('');

export { html, raw };
