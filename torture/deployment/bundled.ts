import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { deploy } from './deployment.ts';
import { source, startFrom } from './program.ts';
import { sqliteStores } from './sqlite.ts';

/**
 * The program starts hundreds of times, and half of a start is finding and reading fourteen hundred modules. So
 * they are put together into a few, and Node keeps what it has compiled of them. It does that when a
 * program ends by itself, and most that follow are killed; so one start goes before them all.
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

/** Program and policy in one bundle, as both must be made of one `@avow/policy`. */
async function bundle(folder: string): Promise<typeof source> {
  const bundled = await rolldown({
    input: { bin: source.bin, policy: join(source.policy, 'src/index.ts') },
    platform: 'node',
    external: [/^node:/, 'pg-native'],
  });
  const dir = join(folder, 'dist');
  await bundled.write({ dir, entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' });
  await bundled.close();
  // The program reads its version there.
  copyFileSync(join(source.bin, '../../package.json'), join(folder, 'package.json'));
  return { bin: join(dir, 'bin.mjs'), policy: join(dir, 'policy.mjs') };
}
