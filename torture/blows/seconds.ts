import { StartRefused } from '../deployment/program.ts';
import type { World } from '../world.ts';
import type { Blow } from './blow.ts';
import { through } from './through.ts';

/** A second server is started on the same SQLite files, in the middle of the first one's work. */
export const seconds: Blow = {
  name: 'a second server on the same files',
  rounds: { sqlite: 2 },
  strike(anvil) {
    return through(anvil, 'second', {}, (world) => ({
      begin: () => mustBeRefused(world),
      lasts: 0,
      end: async () => undefined,
    }));
  },
};

async function mustBeRefused({ deployment, findings }: World): Promise<void> {
  try {
    const second = await deployment.startBeside();
    await second.kill();
    findings.add('a second server was let in');
  } catch (problem) {
    if (!(problem instanceof StartRefused)) throw problem;
    if (problem.code !== 'AVOW_LOCKED') findings.add(`a second server was told ${problem.message}`);
  }
}
