import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { program } from '../../scripts/program/program.ts';

/** One `avow start` in a process of its own. */
export interface RunningServer {
  readonly url: string;
  readonly process: ChildProcess;
  /** The log's verifier key. */
  readonly vkey: string;
  /** All that it has written to standard output, line by line: what it said, and its requests. */
  readonly said: readonly string[];
  /** Asks it to stop; resolves to its exit code when it has. */
  stop(): Promise<number>;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
}

/** What `avow start --json` says of itself, as far as it is used here. */
interface Started {
  readonly url: string;
  readonly log: { readonly vkey: string };
}

/** Starts a server, by the environment alone as an operator does; resolves once it serves. */
export async function startServer(
  folder: string,
  environment: Readonly<Record<string, string>>,
  named?: string,
): Promise<RunningServer> {
  const { bin, policy } = await program();
  const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
  const child = spawn(process.execPath, [bin, 'start', named ?? policy, '--json'], {
    cwd: folder,
    env: { PATH, NODE_COMPILE_CACHE, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  const lines = createInterface({ input: child.stdout }).on('line', (line) => said.push(line));
  await Promise.race([once(lines, 'line'), once(child, 'close')]);
  const first = said[0];
  if (first === undefined) throw new Error(`avow start ended with code ${child.exitCode}`);
  const { url, log } = JSON.parse(first) as Started;
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const closed = once(child, 'close');
    child.kill(signal);
    return (await closed)[0] as number | null;
  };
  return {
    url,
    process: child,
    vkey: log.vkey,
    said,
    stop: async () => (await end('SIGTERM')) ?? -1,
    kill: async () => void (await end('SIGKILL')),
  };
}
