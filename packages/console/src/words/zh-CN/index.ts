import { children } from './children.ts';
import { deeds } from './deeds.ts';
import { desk } from './desk.ts';
import { frame } from './frame.ts';
import { parties } from './parties.ts';
import { settling } from './settling.ts';
import { watching } from './watching.ts';

/** Every word that the console's pages say, in Chinese. */
export const zhCN = {
  ...frame,
  ...parties,
  ...watching,
  ...desk,
  ...deeds,
  ...settling,
  ...children,
};
