import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { granted } from '../../../e2e/servers/client.ts';
import { handOver, party, startPlatform } from './served.ts';

const guide = readFileSync(new URL('../../../docs/partners.md', import.meta.url), 'utf8');
const folder = fileURLToPath(new URL('..', import.meta.url));

/** A program of the guide: what it says, and what the guide says that it prints. */
function programOf(name: string) {
  const block = new RegExp(`<!-- program: ${name} -->\\s*\`\`\`ts\\n([\\s\\S]*?)\`\`\``).exec(
    guide,
  );
  const text = block?.[1] ?? '';
  return { text, prints: [...text.matchAll(/^ *\/\/> (.*)$/gm)].map(([, line]) => line) };
}

test('the programs of the guide for partners do what it says, one after the other', async () => {
  const home = mkdtempSync(join(tmpdir(), 'avow-guide-'));
  const { url, log, ask, knows, engagement, stop } = await startPlatform();
  const env = { PLATFORM: url, LOG: log, PARTY: party, KEYS: join(home, 'keys.json') };
  const run = async (text: string) => {
    const words = ['--input-type=module-typescript', '--eval', text];
    const options = { cwd: folder, env: { PATH: process.env['PATH'], ...env } };
    return (await promisify(execFile)(process.execPath, words, options)).stdout.trimEnd();
  };
  try {
    await knows(JSON.parse(await run(programOf('keys').text)));
    await handOver(ask, 'order-1');
    const opening = programOf('opening');
    expect((await run(opening.text)).split('\n')).toEqual(opening.prints);
    await granted(ask('DELETE', `/v1/parties/${party}/engagements/${engagement}`));
    const duties = programOf('duties');
    expect((await run(duties.text)).split('\n')).toEqual(duties.prints);
    expect([opening.prints.length, duties.prints.length]).toEqual([3, 1]);
  } finally {
    await stop();
    rmSync(home, { recursive: true });
  }
});
