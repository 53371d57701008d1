import { type Browser, chromium } from 'playwright-core';
import { unpack } from './unpack.ts';

/**
 * Our own arguments, not the package's: its list runs everything in one process, which a second
 * browser context does not survive, and switches web security off, which would let every test of
 * the content security policy pass.
 */
const args = [
  '--no-sandbox', // Chromium refuses to run as root with one, and containers run as root
  '--disable-gpu',
  '--font-render-hinting=none',
];

/**
 * Starts a real browser that came from npm alone. On a machine that is not Linux on x64, name a
 * Chromium of your own in `AVOW_CHROMIUM`.
 */
export async function launch(): Promise<Browser> {
  const own = process.env['AVOW_CHROMIUM'];
  if (own !== undefined) return chromium.launch({ executablePath: own });
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The browser from npm runs on Linux x64. Set AVOW_CHROMIUM to a Chromium.');
  }
  const { program, env } = await unpack();
  return chromium.launch({ executablePath: program, args, env: { ...process.env, ...env } });
}
