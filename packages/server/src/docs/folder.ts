import { existsSync } from 'node:fs';
import { docPages } from './pages.ts';

/** In a published package beside `dist`; in the repository its root. */
const places = ['../../docs/', '../../../../'];

/** Where the documents lie; undefined where this server was brought along without them. */
export const folder: URL | undefined = places
  .map((place) => new URL(place, import.meta.url))
  .find((place) => docPages.every(({ file }) => existsSync(new URL(file, place))));
