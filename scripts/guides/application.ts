import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '../..');
const { PATH, NODE_COMPILE_CACHE } = process.env;

/** An application in a folder of its own, beside which the packages of the repository are installed. */
export interface Application {
  readonly folder: string;
  write(file: string, text: string): void;
  /** Runs something typed into a shell, to its end; resolves to what it printed. */
  type(line: string, environment?: Readonly<Record<string, string>>): Promise<string>;
  /** Starts a program of it; resolves once it says that it is open. */
  start(words: readonly string[]): Promise<Started>;
}

/** A program that listens at `url`. */
export interface Started {
  readonly url: string;
  stop(): Promise<void>;
}

/** An empty application; gone when the test is over, with what it started. */
export function application(): Application {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'avow-guide-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const env = {
    PATH: `${join(root, 'node_modules/.bin')}:${PATH}`,
    HOME: folder,
    NODE_COMPILE_CACHE,
  };
  return {
    folder,
    write(file, text) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    },
    async type(line, environment = {}) {
      const options = { cwd: folder, env: { ...env, ...environment } };
      return (await promisify(execFile)('/bin/sh', ['-ec', line], options)).stdout;
    },
    async start(words) {
      const port = String(await freePort());
      const child = spawn(words[0] ?? '', words.slice(1), {
        cwd: folder,
        env: { ...env, PORT: port },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      onTestFinished(() => ended(child));
      const lines = createInterface({ input: child.stdout });
      await Promise.race([once(lines, 'line'), once(child, 'close')]);
      if (child.exitCode !== null) throw new Error(`${words.join(' ')} ended by itself`);
      return { url: `http://localhost:${port}`, stop: () => ended(child) };
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

/** One that nobody uses at this moment: the guides' programs are told theirs. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
