import { children } from './children.ts';
import { deeds } from './deeds.ts';
import { desk } from './desk.ts';
import { frame } from './frame.ts';
import { guard } from './guard.ts';
import { parties } from './parties.ts';
import { settling } from './settling.ts';
import { watching } from './watching.ts';

/** Every word that the console's pages say, in Chinese. */
export const zhCN = {
  ...children,
  ...deeds,
  ...desk,
  ...frame,
  ...guard,
  ...parties,
  ...settling,
  ...watching,
};
