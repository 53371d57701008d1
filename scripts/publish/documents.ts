import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { documents } from '../../packages/server/src/docs/pages.ts';

/** The package that serves the documentation takes the documents along while it is packed. */
const serves = (folder: string) => existsSync(join(folder, 'src/docs/pages.ts'));

export function bringDocuments(root: string, folder: string): void {
  if (!serves(folder)) return;
  for (const path of documents) {
    cpSync(join(root, path), join(folder, 'docs', path), { recursive: true });
  }
}

export function removeDocuments(folder: string): void {
  if (serves(folder)) rmSync(join(folder, 'docs'), { recursive: true, force: true });
}
