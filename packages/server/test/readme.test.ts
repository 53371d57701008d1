import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';

it('the example of the README runs, and prints what the README says', async () => {
  const readme = readFileSync('packages/server/README.md', 'utf8');
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'avow-readme-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'example.ts'), example);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const { stdout } = await promisify(execFile)(process.execPath, ['example.ts'], { cwd: folder });
  const lines = stdout.trimEnd().split('\n');
  // Beside it stand the request lines of the log, each written when its answer is out.
  const printed = lines.filter((line) => !line.startsWith('{'));
  expect(printed).toEqual([expect.stringMatching(/^false P\.1 .+/)]);
  const logged = lines.filter((line) => line.startsWith('{'));
  expect(logged.map((line) => JSON.parse(line).status)).toEqual([201, 200]);
});
