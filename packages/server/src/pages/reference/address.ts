import { REFERENCE } from '../../docs/routes.ts';
import type { Route } from '../../http/endpoint.ts';
import type { Chapter } from '../../v1/routes.ts';

/** What a title is in an address or an anchor: `legal-holds`. */
export const nameOf = (title: string): string => title.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** Where a chapter of the reference is read. */
export const chapterPath = ({ title }: Chapter): string => `${REFERENCE}/${nameOf(title)}`;

/** Where a route is told. */
export const routePath = (chapter: Chapter, { id }: Route): string =>
  `${chapterPath(chapter)}#${id}`;
