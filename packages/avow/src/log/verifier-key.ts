import { readFile } from 'node:fs/promises';
import { makeFileIfAbsent } from '@avow/vault';
import { AvowError } from '../fault.ts';

/** The log's verifier key lies beside the last checkpoint: what an auditor needs, outside both stores. */
const fileBeside = (anchor: string) => `${anchor}.vkey`;

export async function readVerifierKey(anchor: string): Promise<string | undefined> {
  try {
    return (await readFile(fileBeside(anchor), 'utf8')).trim();
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw problem;
  }
}

/** Writes it down once. Another key there means that this is another log, or that its key was replaced. */
export async function keepVerifierKey(anchor: string, vkey: string): Promise<void> {
  await makeFileIfAbsent(fileBeside(anchor), `${vkey}\n`);
  if ((await readVerifierKey(anchor)) !== vkey) {
    throw new AvowError('AVOW_OPTIONS', 'lies beside the verifier key of another log', 'anchor');
  }
}
