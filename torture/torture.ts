import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Arguments } from './arguments.ts';
import { NoAnswer } from './asking/ask.ts';
import type { Blow } from './blows/blow.ts';
import { blows } from './blows/index.ts';
import { openFindings } from './book/findings.ts';
import { newTally, type Tally } from './book/tally.ts';
import { bundleProgram } from './deployment/bundled.ts';
import type { EngineName } from './deployment/deployment.ts';
import { canMount } from './deployment/mounts.ts';
import { diceOf } from './dice.ts';
import { openSmithy, type Smithy } from './smithy.ts';
import { renderTable, type Struck } from './table.ts';

/** How many blows fall at the same time: two for each core of a small machine, as each waits now and then. */
const AT_ONCE = 4;

/** A blow on an engine. */
interface Stroke {
  readonly blow: Blow;
  readonly engine: EngineName;
}

/**
 * Lets every blow that was asked for fall on every engine, some of them at the same time, each on
 * deployments of its own. Resolves to whether nothing was found that must not be. What was found stays in
 * a folder that is named.
 */
export async function torture(asked: Arguments, say: (line: string) => void): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'avow-torture-'));
  chmodSync(folder, 0o755); // Started by root, PostgreSQL runs as somebody else.
  await bundleProgram(folder);
  const struck = await strikeAll(chosen(asked, canMount(folder), say), asked, folder, say);
  say(renderTable(struck));
  const found = struck.flatMap(({ findings }) => findings);
  for (const each of found.slice(0, 20)) say(`FOUND ${each}`);
  if (found.length > 0) say(`${found.length} found; the evidence is in ${folder}`);
  else if (asked.keep) say(`all of it is in ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
  return found.length === 0;
}

/** Whoever is done with a stroke takes the next. Answers them in the order that they were given in. */
async function strikeAll(
  strokes: readonly Stroke[],
  asked: Arguments,
  folder: string,
  say: (line: string) => void,
): Promise<readonly Struck[]> {
  const smithy = openSmithy(folder);
  const struck: Struck[] = [];
  const waiting = [...strokes.entries()];
  const takeTurns = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [at, stroke] = next;
      struck[at] = await strike(stroke, asked, folder, smithy);
      say(summaryOf(struck[at]));
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, takeTurns));
  } finally {
    await smithy.close(struck.some((each) => each?.findings.length > 0));
  }
  return struck;
}

async function strike(
  { blow, engine }: Stroke,
  { seed, rounds }: Arguments,
  folder: string,
  smithy: Smithy,
): Promise<Struck> {
  const began = performance.now();
  const tally: Tally = newTally();
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
      stores: (home) => smithy.stores(engine, home),
    });
  } catch (problem) {
    if (problem instanceof NoAnswer) findings.add(problem.message);
    else findings.add(`the torture itself failed: ${(problem as Error).stack}`);
  }
  const seconds = (performance.now() - began) / 1000;
  return { engine, blow: blow.name, tally, findings: findings.all, seconds };
}

function summaryOf({ engine, blow, findings, seconds }: Struck): string {
  const what = findings.length === 0 ? 'nothing found' : `${findings.length} FOUND`;
  return `${engine}: ${blow}: ${what} (${seconds.toFixed(0)} s)`;
}

function chosen(
  { only, engines }: Arguments,
  mayMount: boolean,
  say: (line: string) => void,
): readonly Stroke[] {
  const isWanted = ({ name }: Blow): boolean =>
    only.length === 0 || only.some((word) => name.toLowerCase().includes(word.toLowerCase()));
  const strokes = blows
    .filter(isWanted)
    .flatMap((blow) => engines.map((engine) => ({ blow, engine })))
    .filter(({ blow, engine }) => blow.rounds[engine] !== undefined);
  const isLeftOut = ({ blow }: Stroke): boolean => blow.needs === 'mounts' && !mayMount;
  for (const { blow, engine } of strokes.filter(isLeftOut)) {
    say(`${engine}: ${blow.name}: left out, as nobody but root may mount`);
  }
  return strokes.filter((stroke) => !isLeftOut(stroke));
}
