import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '../..');

/** Where the program is, and a policy that it can be told to carry out. */
export interface Program {
  readonly bin: string;
  readonly policy: string;
}

/** As they are written. */
export const source: Program = {
  bin: join(root, 'packages/cli/src/bin.ts'),
  policy: join(root, 'policies/market'),
};

/**
 * Puts the program and the market's policy together into a few modules, for whoever starts it many times: half of a
 * start is finding and reading fourteen hundred of them. Both are in one bundle, so that there is one `@avow/policy`.
 */
export async function bundle(folder: string): Promise<Program> {
  const bundled = await rolldown({
    input: { bin: source.bin, policy: join(source.policy, 'src/index.ts') },
    platform: 'node',
    external: [/^node:/, 'pg-native'],
    logLevel: 'warn',
  });
  const dir = join(folder, 'dist');
  await bundled.write({ dir, entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' });
  await bundled.close();
  // The program reads its version there.
  copyFileSync(join(source.bin, '../../package.json'), join(folder, 'package.json'));
  return bundleIn(folder);
}

/** What `bundle` has put into a folder. */
export function bundleIn(folder: string): Program {
  return { bin: join(folder, 'dist/bin.mjs'), policy: join(folder, 'dist/policy.mjs') };
}
