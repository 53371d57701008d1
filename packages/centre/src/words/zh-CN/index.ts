import { agreements } from './agreements.ts';
import { brought } from './brought.ts';
import { cases } from './cases.ts';
import { comments } from './comments.ts';
import { doings } from './doings.ts';
import { flows } from './flows.ts';
import { handed } from './handed.ts';
import { information } from './information.ts';
import { interests } from './interests.ts';
import { safety } from './safety.ts';
import { sentences } from './sentences.ts';
import { told } from './told.ts';

/** Every word that the centre's pages say, in Chinese. */
export const zhCN = {
  ...agreements,
  ...brought,
  ...cases,
  ...comments,
  ...doings,
  ...flows,
  ...handed,
  ...information,
  ...interests,
  ...safety,
  ...sentences,
  ...told,
};
