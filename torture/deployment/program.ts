import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { type Program, source } from '../../scripts/program/bundle.ts';
import { owing } from './endings.ts';

let program = source;

/** Whatever starts from now on is this. */
export function startFrom(bundled: Program): void {
  program = bundled;
}

export type Environment = Readonly<Record<string, string>>;

/** What `avow start --json` says of itself. */
export interface Started {
  readonly url: string;
  readonly log: { readonly vkey: string };
  readonly places: { readonly apiKey: string };
}

/** A server: the program as an operator starts it, in a process of its own. */
export interface ServerProcess extends Started {
  readonly process: ChildProcess;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM; resolves to the exit code. */
  stop(): Promise<number | null>;
}

/** How a program ended that was to start a server, and did not. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
  readonly code: string;

  constructor(said: string) {
    super(said);
    // The system's own (ENOSPC, EROFS) say enough; SQLite's says nothing.
    this.code = /AVOW_[A-Z_]+|\bE[A-Z]{3,}\b(?!_)/.exec(said)?.[0] ?? 'no code';
  }
}

export interface StartOptions {
  /** The folder that the program is run in. */
  readonly home: string;
  readonly environment: Environment;
  /** Gets what the program says. */
  readonly log: string;
  /** A module that is loaded before the program. */
  readonly preload?: string;
  /** A command line that the program's is put behind, such as one that sets limits. */
  readonly behind?: readonly string[];
  /** Whose process it is, if not ours. */
  readonly user?: number;
}

/** `avow start`. Rejects with `StartRefused`, which holds what it said. */
export async function startServer(options: StartOptions): Promise<ServerProcess> {
  const { home, log, preload, behind = [], user } = options;
  const flags = preload === undefined ? [] : ['--import', preload];
  const line = [
    ...behind,
    process.execPath,
    ...flags,
    program.bin,
    'start',
    program.policy,
    '--json',
  ];
  const child = spawn(line[0]!, line.slice(1), {
    cwd: home,
    env: environmentOf({ PORT: '0', ...options.environment }),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  // The channel is for whoever torments it; it must not keep anybody alive.
  child.channel?.unref();
  const paid = owing(() => child.kill('SIGKILL'));
  const file = createWriteStream(log, { flags: 'a' });
  const said: string[] = [];
  child.stderr!.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  child.stderr!.pipe(file, { end: false });
  child.stdout!.pipe(file, { end: false });
  const closed = once(child, 'close').then(([code]) => {
    paid();
    file.end();
    return code as number | null;
  });
  const first = once(createInterface({ input: child.stdout! }), 'line') as Promise<[string]>;
  const begun = await Promise.race([first, closed]);
  if (!Array.isArray(begun)) throw new StartRefused(said.join(''));
  // A policy that is refused is told as a first line too.
  const started = JSON.parse(begun[0]) as Started;
  return {
    ...started,
    process: child,
    async kill() {
      child.kill('SIGKILL');
      await closed;
    },
    async stop() {
      child.kill('SIGTERM');
      return closed;
    },
  };
}

/** `avow start`, killed so many milliseconds after it began, whatever it is at by then. */
export async function startKilled(
  home: string,
  environment: Environment,
  after: number,
): Promise<void> {
  await run(['start', program.policy, '--json'], home, { PORT: '0', ...environment }, after);
}

/** Any other command of the program, run to its end, or killed after so many milliseconds. */
export async function run(
  args: readonly string[],
  home: string,
  environment: Environment,
  killedAfter = 0,
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const options = {
    cwd: home,
    env: environmentOf(environment),
    maxBuffer: 1 << 26,
    timeout: killedAfter,
    killSignal: 'SIGKILL',
  } as const;
  return promisify(execFile)(process.execPath, [program.bin, ...args], options).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (fault: { code: number; stdout: string; stderr: string }) => fault,
  );
}

function environmentOf(more: Environment): Environment {
  const { PATH = '', NODE_COMPILE_CACHE } = process.env;
  return { PATH, ...(NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE }), ...more };
}
