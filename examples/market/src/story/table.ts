import type { Published, Stage } from './stage.ts';

/** The closing table: each clause, how often it permitted and refused today. */
export function closingTable(policy: Published, { tally }: Stage): string[] {
  const rows = policy.clauses.map(({ id, title }) => {
    const { permitted, refused } = tally.get(id) ?? { permitted: 0, refused: 0 };
    return [`${id}  ${title['en'] ?? ''}`, count(permitted), count(refused)];
  });
  const table = [['clause', 'permitted', 'refused'], ...rows];
  const widths = table[0]?.map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  return table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

const count = (times: number) => (times === 0 ? '·' : String(times));
