import { posix } from 'node:path';
import { docPages, pictures } from './pages.ts';

/**
 * Where a link of a document leads when it is a page: to the page that is made of the file it names. Undefined:
 * to a file that is no page (a source, a test), which readers of the site do not have.
 */
export function leadsTo(link: string, from: string): string | undefined {
  if (/^(https?:|mailto:|#)/.test(link)) return link;
  const [path = '', fragment] = link.split('#', 2);
  const file = posix.join(posix.dirname(from), path);
  if (file.startsWith(`${pictures}/`)) return `/${file}`;
  const page = docPages.find((each) => each.file === file);
  return page && `${page.path}${fragment === undefined ? '' : `#${fragment}`}`;
}

/** The anchor of a heading, as the repository's host makes it: links in the documents name these. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
