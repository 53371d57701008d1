import { agreements } from './agreements.ts';
import { doings } from './doings.ts';
import { handed } from './handed.ts';
import { information } from './information.ts';
import { interests } from './interests.ts';

/** Every word that the centre's pages say, in Chinese. */
export const zhCN = { ...agreements, ...doings, ...handed, ...information, ...interests };
