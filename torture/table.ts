import type { Tally } from './book/tally.ts';
import type { EngineName } from './deployment/deployment.ts';

/** What came of one blow on one engine. */
export interface Struck {
  readonly blow: string;
  readonly engine: EngineName;
  readonly tally: Tally;
  readonly findings: readonly string[];
  readonly seconds: number;
}

const HEAD = [
  'blow',
  'engine',
  'times',
  'in flight',
  'acknowledged',
  'uncertain',
  'of it kept',
  'refused',
  'audits',
  'found wrong',
  'seconds',
];

export function renderTable(struck: readonly Struck[]): string {
  const rows = struck.map(({ blow, engine, tally, findings, seconds }) => [
    blow,
    engine,
    ...[tally.blows, tally.inFlight, tally.acknowledged, tally.uncertain, tally.kept].map(count),
    ...[tally.refused, tally.audits, findings.length, seconds].map(count),
  ]);
  const widths = HEAD.map((head, at) =>
    Math.max(...[head, ...rows.map((row) => row[at]!)].map((cell) => cell.length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)))
      .join('  ');
  return ['', line(HEAD), ...rows.map(line), ''].join('\n');
}

const count = (number: number): string => Math.round(number).toLocaleString('en');
