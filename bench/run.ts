import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { closing } from './closing.ts';
import { decide } from './decide.ts';
import { erasing } from './erasing.ts';
import { gdprbench } from './gdprbench.ts';
import { growth } from './growth.ts';
import { guarded } from './guarded.ts';
import { harvesting } from './harvesting.ts';
import { importing } from './importing.ts';
import { leaking } from './leaking.ts';
import { ledger } from './ledger.ts';
import { policy } from './policy.ts';
import { isMet, type Section, type Settings, type Table } from './report.ts';
import { median } from './rounds.ts';
import { renderTable } from './table.ts';

const sections: Readonly<Record<string, Section>> = {
  decide,
  gdprbench,
  guarded,
  importing,
  ledger,
  erasing,
  closing,
  policy,
  growth,
  harvesting,
  leaking,
};
const home = import.meta.dirname;

/** Runs the benchmarks, prints their tables as they come, and writes `results/latest.json`. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      large: { type: 'boolean', default: false },
      folder: { type: 'string', default: join(home, 'data') },
      records: { type: 'string' },
      operations: { type: 'string' },
    },
  });
  const chosen = positionals.length > 0 ? positionals : Object.keys(sections);
  const unknown = chosen.filter((name) => sections[name] === undefined);
  if (unknown.length > 0) {
    console.error(`no such benchmark: ${unknown.join(', ')}; there are ${Object.keys(sections)}`);
    process.exitCode = 2;
    return;
  }
  mkdirSync(values.folder, { recursive: true });
  const folder = mkdtempSync(join(values.folder, 'run-'));
  try {
    const scale = values.quick ? 'quick' : 'full';
    const extent = { records: numberOf(values.records), operations: numberOf(values.operations) };
    const tables = await runAll(chosen, { scale, large: values.large, folder, ...extent });
    writeResults(tables, scale);
    process.exitCode = tables.some(hasWrong) ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

async function runAll(chosen: readonly string[], settings: Settings): Promise<readonly Table[]> {
  const tables: Table[] = [];
  for (const name of chosen) {
    const added = await sections[name]!(settings);
    for (const table of added) console.log(renderTable(table));
    tables.push(...added);
  }
  return tables;
}

function hasWrong({ rows }: Table): boolean {
  return rows.some(({ result }) => 'wrong' in result);
}

function writeResults(tables: readonly Table[], scale: string): void {
  const results = {
    at: new Date().toISOString(),
    scale,
    machine: {
      cpu: cpus()[0]?.model ?? 'unknown',
      cores: availableParallelism(),
      memory: totalmem(),
      node: process.version,
      system: `${process.platform} ${process.arch}`,
    },
    tables: tables.map(({ title, rows }) => ({ title, rows: rows.map(plainRow) })),
  };
  mkdirSync(join(home, 'results'), { recursive: true });
  const path = join(home, 'results', 'latest.json');
  writeFileSync(path, `${JSON.stringify(results, null, 2)}\n`);
  console.log(`written to ${path}`);
}

function plainRow(row: Table['rows'][number]) {
  const { what, result, goal, more } = row;
  const figure = 'wrong' in result ? result : { ...result, median: median(result.samples) };
  return {
    what,
    ...figure,
    ...more,
    ...(goal === undefined ? {} : { goal: goal.text, met: isMet(row) }),
  };
}

await main();
