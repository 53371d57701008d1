import { attestations } from './attestations.ts';
import { children } from './children.ts';
import { deeds } from './deeds.ts';
import { deliveries } from './deliveries.ts';
import { desk } from './desk.ts';
import { frame } from './frame.ts';
import { guard } from './guard.ts';
import { holds } from './holds.ts';
import { messages } from './messages.ts';
import { parties } from './parties.ts';
import { settling } from './settling.ts';
import { violations } from './violations.ts';
import { watching } from './watching.ts';

/** Every word that the console's pages say, in Chinese. */
export const zhCN = {
  ...attestations,
  ...children,
  ...deeds,
  ...deliveries,
  ...desk,
  ...frame,
  ...guard,
  ...holds,
  ...messages,
  ...parties,
  ...settling,
  ...violations,
  ...watching,
};
