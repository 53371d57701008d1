import { format, isMet, type Row, type Table } from './report.ts';
import { median } from './rounds.ts';

const headings = ['', 'median', 'lowest – highest', 'goal', '', ''] as const;

/** A table as text, goal and figure side by side. */
export function renderTable({ title, rows, notes = [] }: Table): string {
  const cells = [headings, ...rows.map(cellsOf)];
  const widths = headings.map((_, column) =>
    Math.max(...cells.map((line) => line[column]!.length)),
  );
  const lines = cells.map((line) => line.map((cell, column) => cell.padEnd(widths[column]!)));
  const rule = widths.map((width) => '─'.repeat(width));
  const body = [lines[0]!, rule, ...lines.slice(1)].map((line) => `  ${line.join('  ')}`.trimEnd());
  return [title, ...body, ...notes.map((note) => `  ${note}`), ''].join('\n');
}

function cellsOf(row: Row): readonly string[] {
  const { what, result, goal, more = {} } = row;
  const met = isMet(row);
  const verdict = met === undefined ? '' : met ? 'met' : 'missed';
  if ('wrong' in result) return [what, 'wrong answer', result.wrong, goal?.text ?? '', verdict, ''];
  const { samples, unit } = result;
  const spread = `${format(Math.min(...samples))} – ${format(Math.max(...samples))}`;
  return [
    what,
    `${format(median(samples))} ${unit}`,
    samples.length > 1 ? spread : '',
    goal?.text ?? '',
    verdict,
    Object.entries(more)
      .map(([name, figure]) => `${name} ${format(median(figure.samples))} ${figure.unit}`)
      .join(', '),
  ];
}
