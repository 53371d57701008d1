import { drawings } from './drawings.ts';

export type PictureName = keyof typeof drawings;

/** The pictures that a seller may choose from. */
export const pictureNames = Object.keys(drawings) as readonly PictureName[];

/** Whether this is the name of a picture. */
export const isPicture = (name: string): name is PictureName => Object.hasOwn(drawings, name);

/** Where a picture is served. */
export const picturePath = (name: PictureName): string => `/market/pictures/${name}.svg`;

/** Where a picture of a seller's own is served. */
export const photoPath = (id: string): string => `/market/photos/${id}`;

/** The picture as an SVG file: a thing on a ground of its own, so that it stands on light and dark. */
export const picture = (name: PictureName): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 240"><rect width="320" height="240" fill="${drawings[name].ground}"/>${drawings[name].shapes}</svg>\n`;
