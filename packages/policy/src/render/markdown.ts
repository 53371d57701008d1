import type { Document, Line } from './document.ts';
import type { Table } from './tables.ts';

/** The policy as Markdown, with an anchor at every sentence. */
export function toMarkdown({ title, parts, tables }: Document): string {
  const blocks = [
    `# ${escapeMarkdown(title)}`,
    ...parts.flatMap((part) => [
      `## ${escapeMarkdown(part.title)}`,
      ...(part.separate === undefined ? [] : [`*${escapeMarkdown(part.separate)}*`]),
      ...part.clauses.flatMap((clause) => [
        `### ${escapeMarkdown(clause.id)} ${escapeMarkdown(clause.title)}`,
        ...clause.sentences.map(sentence),
      ]),
    ]),
    ...tables.flatMap((one) => [`## ${escapeMarkdown(one.title)}`, table(one)]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function sentence({ id, text, marks }: Line): string {
  const beside = marks.map(
    ({ law, label, note }) => `> ${escapeMarkdown(`${law}: ${label}. ${note}`)}`,
  );
  return [`<a id="${id}"></a>**${id}** ${escapeMarkdown(text)}`, ...beside].join('\n\n');
}

function table({ columns, rows }: Table): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    row(columns.map(escapeMarkdown)),
    row(columns.map(() => '---')),
    ...rows.map(({ cells, sentences }) =>
      row([...cells.map(escapeMarkdown), sentences.map((id) => `[${id}](#${id})`).join(' ')]),
    ),
  ].join('\n');
}

/** Texts are words, not markup: what Markdown would read as such is escaped, and lines are joined. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}
