import { join } from 'node:path';
import { bundle } from '../../scripts/program/bundle.ts';
import { deploy } from './deployment.ts';
import { startFrom } from './program.ts';
import { sqliteStores } from './sqlite.ts';

/**
 * The program starts hundreds of times. So it is put together into a few modules, and Node keeps what it has
 * compiled of them. It does that when a program ends by itself, and most that follow are killed; so one start goes
 * before them all.
 */
export async function bundleProgram(folder: string): Promise<void> {
  process.env['NODE_COMPILE_CACHE'] ??= join(folder, 'compiled');
  startFrom(await bundle(join(folder, 'program')));
  const home = join(folder, 'first');
  const stores = sqliteStores(home);
  const deployment = deploy(stores, home, folder);
  try {
    await deployment.start(0);
    await deployment.stop(0);
  } finally {
    await deployment.end();
  }
  await stores.remove();
}
