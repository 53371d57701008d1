import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killThrice } from '../packages/avow/test/killed-delivery.ts';

/** A delivery of a partner is taken in while whoever does it is killed three times. On SQLite. */
const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '100000' },
    people: { type: 'string', default: '4000' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'avow-importing-'));
const stores = { database: join(folder, 'data', 'avow.db') };
const extent = { lines: Number(values.lines), people: Number(values.people) };
try {
  const wrong = await killThrice({ folder, stores, ...extent });
  for (const finding of wrong) console.log(finding);
  if (wrong.length === 0) {
    console.log(`${extent.lines} lines, killed three times: each once, and none missing.`);
  }
  process.exitCode = wrong.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
