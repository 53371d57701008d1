import { join } from 'node:path';
import { deploy } from './deployment.ts';
import { sqliteStores } from './sqlite.ts';

/**
 * The program starts hundreds of times: Node may keep what it has compiled. It does so when a program
 * ends by itself, and most that follow are killed; so one start goes before them all.
 */
export async function keepCompiled(folder: string): Promise<void> {
  process.env['NODE_COMPILE_CACHE'] ??= join(folder, 'compiled');
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
