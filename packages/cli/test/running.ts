import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { program } from '../../../scripts/program/program.ts';
import { onPostgres, storesOf } from '../../vault/test/stores.ts';

/** The program and the market's policy, both from the bundle: what is tested here is what a server does once it is there. */
export const { bin, policy: market } = await program();

/** What `avow start --json` says of itself. */
export interface Started {
  readonly url: string;
  readonly log: { readonly vkey: string };
  readonly places: { readonly apiKey: string; readonly data: string };
}

/** A folder for one deployment; gone when the test is over. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'avow-start-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const { PATH, NODE_COMPILE_CACHE } = process.env;
async function environment(home: string, more: Readonly<Record<string, string>>) {
  const ours = { PATH, PORT: '0', NODE_COMPILE_CACHE };
  if (!onPostgres) return { ...ours, ...more };
  const { data, keys } = await storesOf(home);
  return { ...ours, AVOW_DATA: data, AVOW_KEYS: keys, ...more };
}

/** Starts the program and resolves once it says that it serves. */
export async function start(cwd: string, more: Readonly<Record<string, string>> = {}) {
  const env = await environment(cwd, more);
  const child = spawn(process.execPath, [bin, 'start', market, '--json'], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said: string[] = [];
  const lines = createInterface({ input: child.stdout }).on('line', (row) => said.push(row));
  await Promise.race([once(lines, 'line'), once(child, 'close')]);
  return { child, said, started: JSON.parse(said[0] ?? '') as Started };
}

/** Asks it to stop; resolves to the exit code once it has said everything. */
export async function stop(child: ChildProcess, signal: 'SIGINT' | 'SIGTERM'): Promise<number> {
  const closed = once(child, 'close');
  child.kill(signal);
  return (await closed)[0];
}

/** Runs the program to its end. */
export async function run(args: readonly string[], cwd: string, more: Record<string, string> = {}) {
  const env = await environment(cwd, more);
  return promisify(execFile)(process.execPath, [bin, ...args], { cwd, env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (fault: { code: number; stdout: string; stderr: string }) => fault,
  );
}
