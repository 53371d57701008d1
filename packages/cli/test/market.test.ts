import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/** What `avow check --json` says. */
interface Checked {
  readonly languages: readonly string[];
  readonly sentences: number;
  readonly promises: readonly { readonly promise: string; readonly kept: boolean }[];
  readonly findings: readonly unknown[];
}

/** From the root of the repository, as the README has it. */
test('npx avow check policies/market: every sentence accounted for, every promise kept', async () => {
  const root = join(import.meta.dirname, '../../..');
  const args = ['--offline', 'avow', 'check', 'policies/market', '--json'];
  // A finding sets the exit code; what it is stands in the output.
  const { stdout } = await promisify(execFile)('npx', args, { cwd: root }).catch(
    (fault: { stdout: string }) => fault,
  );
  const checked = JSON.parse(stdout) as Checked;
  expect(checked.languages).toEqual(['en', 'zh-CN']);
  expect(checked.sentences).toBeGreaterThan(0);
  expect(checked.findings).toEqual([]);
  expect(checked.promises.filter(({ kept }) => !kept)).toEqual([]);
});
