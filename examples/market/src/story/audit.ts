import { execFile } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Places } from '../harbour.ts';
import { Differs } from './answer.ts';
import type { Stage } from './stage.ts';

const run = promisify(execFile);

/** The root of the repository, where `npx avow` finds the command line. */
const root = resolve(import.meta.dirname, '../../../..');

/** Has the command line audit the stores beside the running server, as any auditor would. */
export async function audit(stage: Stage, places: Places): Promise<void> {
  stage.chapter('The audit');
  const [data, keys, anchor] = [places.data, places.passphrase, places.anchor].map(dirname);
  const folders = [`--data=${data}`, `--keys=${keys}`, `--anchor=${anchor}`];
  const { stdout } = await run('npx', ['--no', 'avow', '--', 'audit', ...folders], {
    cwd: root,
  }).catch((problem: { stdout?: string; stderr?: string }) => {
    throw new Differs(`avow audit fails:\n${problem.stdout ?? ''}${problem.stderr ?? ''}`);
  });
  for (const line of stdout.split('\n').filter(Boolean)) stage.tells(line.trim());
}
