import { type Change, type Difference, diff as difference } from '@avow/policy';
import { command } from '../arguments/command.ts';
import { oneOf } from '../arguments/read.ts';
import { languageOf } from '../policy/language.ts';
import { loadPolicy } from '../policy/load.ts';
import type { Report } from '../report.ts';
import { count } from '../words/number.ts';
import {
  bad,
  type Cell,
  care,
  good,
  heading,
  line,
  type Page,
  parts,
  quiet,
  table,
} from '../words/page.ts';

export const diff = command({
  name: 'diff',
  summary: 'what became possible or impossible from one version to another, and is it major?',
  help: `avow diff <before> <after> [--lang <language>] [--fail-on major] [--json]

Compares what two versions of a policy do, not how they are written: what became possible or
impossible, what is kept longer, what is owed or promised no more; then which sentences read
differently. A change is major if people have to be told of it ahead of time.

Exit code 1 only with --fail-on major, if a change is major.`,
  operands: ['before', 'after'],
  options: {
    lang: { type: 'string' },
    'fail-on': { type: 'string', default: 'nothing' },
  },
  async run({ options, operands: [before, after] }, { folder }): Promise<Report> {
    const failOn = oneOf(options['fail-on'], ['major', 'nothing'], 'fail-on');
    const old = await loadPolicy(before, folder);
    const young = await loadPolicy(after, folder);
    const language = languageOf(young.policy, options.lang);
    const found = difference(old.policy, young.policy);
    return {
      found: failOn === 'major' && found.major,
      page: parts(
        [line(verdict(found))],
        changesPage(found.changes, language),
        textsPage(found, language),
      ),
      data: found,
    };
  },
});

function verdict({ changes, major, because }: Difference) {
  if (changes.length === 0) return good('What the policy does has not changed.');
  if (!major)
    return good(
      `Not major: ${count(changes.length, 'change')}, none that must be announced ahead.`,
    );
  return bad(
    `Major: ${because.length} of ${count(changes.length, 'change')} must be announced ahead.`,
  );
}

function changesPage(changes: readonly Change[], language: string): Page {
  if (changes.length === 0) return [];
  const row = (change: Change): readonly Cell[] => [
    change.major ? care('major') : quiet('minor'),
    'sentence' in change ? change.sentence : '',
    change.words[language] ?? '',
  ];
  const major = changes.filter((change) => change.major);
  const minor = changes.filter((change) => !change.major);
  return [heading('What it does'), table([...major, ...minor].map(row))];
}

function textsPage({ texts }: Difference, language: string): Page {
  const reworded = texts.changed.filter((one) => one.before[language] !== one.after[language]);
  const elsewhere = texts.changed.length - reworded.length;
  const rows: (readonly Cell[])[] = [
    ...texts.added.map((id) => [id, 'is new']),
    ...texts.removed.map((id) => [id, 'is gone']),
    ...reworded.flatMap((one) => [
      [one.id, quiet(`was: ${one.before[language] ?? ''}`)],
      ['', `now: ${one.after[language] ?? ''}`],
    ]),
  ];
  const others = `${count(elsewhere, 'sentence')} changed in another language only.`;
  if (rows.length + elsewhere === 0) return [];
  return [
    heading('What it says'),
    ...(rows.length > 0 ? [table(rows)] : []),
    ...(elsewhere > 0 ? [line(others, 2)] : []),
  ];
}
