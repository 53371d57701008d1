import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Arguments } from './arguments.ts';
import type { Blow } from './blows/blow.ts';
import { blows } from './blows/index.ts';
import { openFindings } from './book/findings.ts';
import { newTally, type Tally } from './book/tally.ts';
import type { EngineName, Stores } from './deployment/deployment.ts';
import { canMount } from './deployment/mounts.ts';
import { openPostgres, type Postgres } from './deployment/postgres.ts';
import { sqliteStores } from './deployment/sqlite.ts';
import { diceOf } from './dice.ts';
import { renderTable, type Struck } from './table.ts';

/** Where the stores of an engine come from, for the length of a run. */
interface Smithy {
  readonly postgres?: Postgres;
  stores(home: string): Promise<Stores> | Stores;
  /** Leaves the stores where they are, if something was found. */
  close(isToBeKept: boolean): Promise<void>;
}

/**
 * Lets every blow that was asked for fall, on both engines at the same time. Resolves to whether
 * nothing was found that must not be. What was found stays in a folder that is named.
 */
export async function torture(asked: Arguments, say: (line: string) => void): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'avow-torture-'));
  chmodSync(folder, 0o755); // Started by root, PostgreSQL runs as somebody else.
  // The program starts hundreds of times: Node may keep what it has compiled.
  process.env['NODE_COMPILE_CACHE'] ??= join(folder, 'compiled');
  const lanes = await Promise.all(asked.engines.map((engine) => lane(engine, asked, folder, say)));
  const struck = lanes.flat();
  say(renderTable(struck));
  const found = struck.flatMap(({ findings }) => findings);
  for (const each of found.slice(0, 20)) say(`FOUND ${each}`);
  if (found.length > 0) say(`${found.length} found; the evidence is in ${folder}`);
  else if (asked.keep) say(`all of it is in ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
  return found.length === 0;
}

/** One engine, one blow after another. */
async function lane(
  engine: EngineName,
  asked: Arguments,
  folder: string,
  say: (line: string) => void,
): Promise<readonly Struck[]> {
  const smithy = await openSmithy(engine, folder);
  const struck: Struck[] = [];
  try {
    for (const blow of chosen(asked, engine)) {
      if (blow.needs === 'mounts' && !canMount(folder)) {
        say(`${engine}: ${blow.name}: left out, as nobody but root may mount`);
        continue;
      }
      const began = performance.now();
      const tally = newTally();
      const findings = await strike(blow, engine, asked, tally, folder, smithy);
      const seconds = (performance.now() - began) / 1000;
      struck.push({ engine, blow: blow.name, tally, findings, seconds });
      const what = findings.length === 0 ? 'nothing found' : `${findings.length} FOUND`;
      say(`${engine}: ${blow.name}: ${what} (${seconds.toFixed(0)} s)`);
    }
  } finally {
    await smithy.close(struck.some(({ findings }) => findings.length > 0));
  }
  return struck;
}

async function strike(
  blow: Blow,
  engine: EngineName,
  { seed, rounds }: Arguments,
  tally: Tally,
  folder: string,
  smithy: Smithy,
): Promise<readonly string[]> {
  const own = join(folder, `${engine} ${blow.name}`.replaceAll(/\W+/g, '-'));
  mkdirSync(own);
  const findings = openFindings(own);
  try {
    await blow.strike({
      engine,
      dice: diceOf(seed).of(`${engine} ${blow.name}`),
      findings,
      tally,
      rounds: rounds ?? blow.rounds[engine]!,
      folder: own,
      stores: (home) => smithy.stores(home),
      ...(smithy.postgres && { postgres: smithy.postgres }),
    });
  } catch (problem) {
    findings.add(`the torture itself failed: ${(problem as Error).stack}`);
  }
  return findings.all;
}

function chosen({ only }: Arguments, engine: EngineName): readonly Blow[] {
  return blows.filter(
    ({ name, rounds }) =>
      rounds[engine] !== undefined &&
      (only.length === 0 || only.some((word) => name.toLowerCase().includes(word.toLowerCase()))),
  );
}

async function openSmithy(engine: EngineName, folder: string): Promise<Smithy> {
  switch (engine) {
    case 'sqlite':
      return { stores: sqliteStores, close: async () => undefined };
    case 'postgres':
      return postgresSmithy(folder);
  }
}

async function postgresSmithy(folder: string): Promise<Smithy> {
  const postgres = await openPostgres(folder);
  return {
    postgres,
    stores: (home) => postgres.stores(home),
    close: (isToBeKept) => (isToBeKept ? postgres.stop('fast') : postgres.remove()),
  };
}
