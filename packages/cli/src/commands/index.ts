import type { Command } from '../arguments/command.ts';
import { audit } from './audit.ts';
import { backup } from './backup.ts';
import { check } from './check.ts';
import { diff } from './diff.ts';
import { doctor } from './doctor.ts';
import { explain } from './explain.ts';
import { importing } from './import.ts';
import { init } from './init.ts';
import { keys } from './keys.ts';
import { measures } from './measures.ts';
import { migrate } from './migrate.ts';
import { move } from './move.ts';
import { prove } from './prove.ts';
import { restore } from './restore.ts';
import { start } from './start.ts';

/** In the order in which one meets them: before a policy is put in force, and after. */
export const commands: readonly Command[] = [
  init,
  check,
  explain,
  prove,
  diff,
  start,
  importing,
  audit,
  backup,
  restore,
  migrate,
  move,
  doctor,
  measures,
  keys,
];
