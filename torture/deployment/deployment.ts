import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Outcome, Request } from '../asking/ask.ts';
import { ask, NOBODY_THERE } from '../asking/ask.ts';
import { layPassphrase } from './passphrase.ts';
import {
  type Environment,
  run,
  type ServerProcess,
  type StartOptions,
  startKilled,
  startServer,
} from './program.ts';

export type EngineName = 'sqlite' | 'postgres';

/** The stores of a deployment, as an engine lays them out. */
export interface Stores {
  readonly engine: EngineName;
  /** How many servers may run on them at once. */
  readonly servers: number;
  /** What tells the program where they are. */
  readonly environment: Environment;
  /** Where the keys are, as `avow audit --keys` is told it. */
  readonly keysPlace: string;
  /** Which of these people have a key left in the key store. Asked while no server runs on SQLite. */
  keysLeft(people: readonly string[]): Promise<readonly string[]>;
  remove(): Promise<void>;
}

/** One key asks for everything here. */
const UNLIMITED = { AVOW_KEY_RATE: '1000000/1000000', AVOW_ADDRESS_RATE: '1000000/1000000' };

/** How long a server may take until it says that it is ready: milliseconds. */
const READY_MS = 60_000;

/** How a server is to be started, beyond what every start has in common. */
export type Circumstances = Pick<StartOptions, 'preload' | 'behind' | 'user'> & {
  readonly environment?: Environment;
};

/** A deployment under torture: its stores, and the servers that run on them right now. */
export interface Deployment {
  readonly stores: Stores;
  readonly home: string;
  readonly vkey: string;
  /** By place; undefined where a server has been killed. */
  readonly servers: readonly (ServerProcess | undefined)[];
  /** Starts the server of a place. Resolves when it says that it is ready. */
  start(place: number, circumstances?: Circumstances): Promise<ServerProcess>;
  /** The same, without waiting until it says so. */
  begin(place: number, circumstances?: Circumstances): Promise<ServerProcess>;
  /**
   * Waits until the server of a place says that it is ready. One that has ended by itself is started again, as by
   * whatever keeps servers running.
   */
  recover(place: number): Promise<void>;
  /** One more, which is nobody's place. */
  startBeside(): Promise<ServerProcess>;
  kill(place: number): Promise<void>;
  stop(place: number): Promise<number | null>;
  /** Starts a server that is killed so many milliseconds after it began, and so is nobody's place. */
  startKilled(after: number): Promise<void>;
  /** The place of a server that runs, of each in turn; undefined if none does. */
  turn(): number | undefined;
  /** Asks a server; the one of a place, or whoever's turn it is. */
  ask(request: Request, place?: number): Promise<Outcome>;
  /** What a server publishes at a path, as bytes. */
  bytes(path: string): Promise<Uint8Array>;
  /** Another command of the program; killed after so many milliseconds, if any. */
  run(args: readonly string[], killedAfter?: number): Promise<void>;
  /** `avow audit`, against a checkpoint that was kept: what it found, or undefined. */
  audit(against: string | undefined): Promise<string | undefined>;
  /** Kills whatever runs. */
  end(): Promise<void>;
}

/** `logs`: the folder for what the servers say, on another disk than the deployment's. */
export function deploy(stores: Stores, home: string, logs: string): Deployment {
  const servers: (ServerProcess | undefined)[] = Array.from({ length: stores.servers });
  const apiKey = join(home, 'keys/api-key');
  layPassphrase(home);
  let vkey = '';
  let key = '';
  let last = 0;

  function turn(): number | undefined {
    for (let step = 0; step < servers.length; step++) {
      last = (last + 1) % servers.length;
      if (servers[last] !== undefined) return last;
    }
    return undefined;
  }

  function serverAt(place: number | undefined): ServerProcess | undefined {
    return place === undefined ? undefined : servers[place];
  }

  function launch(
    name: string,
    { environment = {}, ...circumstances }: Circumstances = {},
  ): Promise<ServerProcess> {
    return startServer({
      home,
      environment: { ...UNLIMITED, ...stores.environment, ...environment },
      log: join(logs, `${basename(home)}-server-${name}.log`),
      ...circumstances,
    });
  }

  return {
    stores,
    home,
    get vkey() {
      return vkey;
    },
    servers,

    startBeside: () => launch('beside'),

    async begin(place, circumstances) {
      const server = await launch(String(place), circumstances);
      servers[place] = server;
      // Told once, at the first start.
      if (existsSync(apiKey)) key = readFileSync(apiKey, 'utf8').trim();
      vkey = server.log.vkey;
      return server;
    },

    async start(place, circumstances) {
      const server = await this.begin(place, circumstances);
      await ready(server.url);
      return server;
    },

    async recover(place) {
      const isOver = (): boolean => servers[place]?.process.exitCode !== null;
      if (!isOver()) await ready(servers[place]!.url, isOver);
      if (!isOver()) return;
      await this.kill(place);
      await this.start(place);
    },

    async kill(place) {
      const server = servers[place];
      servers[place] = undefined;
      await server?.kill();
    },

    async stop(place) {
      const server = servers[place];
      servers[place] = undefined;
      return (await server?.stop()) ?? null;
    },

    startKilled: (after) => startKilled(home, stores.environment, Math.max(1, Math.round(after))),

    turn,

    async ask(request, place) {
      const server = serverAt(place ?? turn());
      if (server === undefined) return { kind: 'not done', code: NOBODY_THERE };
      return ask(server.url, key, request);
    },

    async bytes(path) {
      const headers = { authorization: `Bearer ${key}` };
      const response = await fetch(`${serverAt(turn())?.url}${path}`, { headers });
      return new Uint8Array(await response.arrayBuffer());
    },

    async run(args, killedAfter) {
      const { code, stderr } = await run(args, home, stores.environment, killedAfter);
      if (killedAfter === undefined && code !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
    },

    async audit(against) {
      const kept = join(logs, `${basename(home)}-checkpoint`);
      if (against !== undefined) writeFileSync(kept, against);
      const options = against === undefined ? [] : ['--against', kept];
      const args = ['audit', '--json', '--keys', stores.keysPlace, ...options];
      const { code, stdout, stderr } = await run(args, home, stores.environment);
      return code === 0 ? undefined : `avow audit ends with ${code}: ${stdout}${stderr}`;
    },

    async end() {
      for (const place of servers.keys()) await this.kill(place);
    },
  };
}

/** Waits for a server to say that it is ready, or until it is in vain. */
export async function ready(url: string, isVain = () => false): Promise<void> {
  const until = performance.now() + READY_MS;
  while (!isVain()) {
    const response = await fetch(`${url}/ready`).catch(() => undefined);
    const said = await response?.text().catch(() => undefined);
    if (response?.status === 200) return;
    if (performance.now() > until) throw new Error(`a server does not get ready: ${said}`);
    await setTimeout(10);
  }
}
