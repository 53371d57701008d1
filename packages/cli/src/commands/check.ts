import { type Finding, check as findingsOf, type Policy, sentencesOf } from '@avow/policy';
import { command } from '../arguments/command.ts';
import { oneOf } from '../arguments/read.ts';
import { backingsTold } from '../pages/backings.ts';
import { promiseRow, promisesTold } from '../pages/promises.ts';
import { illFormed } from '../policy/ill-formed.ts';
import { languageOf } from '../policy/language.ts';
import { loadPolicy } from '../policy/load.ts';
import { type Promised, promisesOf } from '../policy/promises.ts';
import type { Report } from '../report.ts';
import { listed } from '../words/list.ts';
import { count, duration } from '../words/number.ts';
import {
  type Block,
  bad,
  care,
  good,
  heading,
  line,
  type Page,
  parts,
  type Said,
  strong,
  table,
} from '../words/page.ts';

export const check = command({
  name: 'check',
  summary: 'is every sentence accounted for, and every promise proven or enforced?',
  help: `avow check <policy> [--fail-on error|warning] [--lang <language>] [--json]

Looks for what is wrong with a policy before it is put in force: a sentence with nothing behind it, a
rule that can never apply, a word never used, a missing language, a promise that a rule breaks or
whose test is not there.

Exit code 1 if there is an error, or with --fail-on warning if there is anything at all.`,
  operands: ['policy'],
  options: {
    lang: { type: 'string' },
    'fail-on': { type: 'string', default: 'error' },
  },
  async run({ options, operands: [named] }, { folder }): Promise<Report> {
    const failOn = oneOf(options['fail-on'], ['error', 'warning'], 'fail-on');
    const started = performance.now();
    const loaded = await loadPolicy(named, folder).catch(illFormed);
    if ('found' in loaded) return loaded;
    const { policy } = loaded;
    const language = languageOf(policy, options.lang);
    const findings = findingsOf(policy);
    const promises = promisesOf(loaded);
    const time = performance.now() - started;
    const errors = findings.filter(({ severity }) => severity === 'error');
    const fatal = failOn === 'warning' ? findings : errors;
    return {
      found: fatal.length > 0 || promises.some(({ kept }) => !kept),
      page: parts(
        [line(strong(policy.title[language] ?? policy.name))],
        clausesPage(policy, language),
        promisesPage(promises, language),
        findingsPage(findings),
        [summary(policy, promises, findings, time)],
      ),
      data: {
        policy: policy.name,
        languages: policy.vocabulary.languages,
        clauses: policy.clauses.length,
        sentences: sentencesOf(policy).length,
        promises,
        findings,
        milliseconds: Math.round(time),
      },
    };
  },
});

function clausesPage({ clauses }: Policy, language: string): Page {
  const rows = clauses.map((clause) => [
    clause.id,
    clause.title[language] ?? '',
    clause.sentences.length,
    backingsTold(clause) || bad('nothing'),
  ]);
  return [heading('Clauses, their sentences, and what stands behind them'), table(rows)];
}

function promisesPage(promises: readonly Promised[], language: string): Page {
  if (promises.length === 0) return [];
  return [
    heading('Promises'),
    table(promises.map((one) => promiseRow(one.sentence, one, language))),
  ];
}

function findingsPage(findings: readonly Finding[]): Page {
  if (findings.length === 0) return [];
  const rows = findings.map(({ severity, words }) => [
    severity === 'error' ? bad(severity) : care(severity),
    words,
  ]);
  return [heading('Findings'), table(rows)];
}

/** What it comes to, in the words of the question that was asked. */
function summary(
  { clauses, vocabulary }: Policy,
  promises: readonly Promised[],
  findings: readonly Finding[],
  time: number,
): Block {
  const sentences = clauses.flatMap((clause) => clause.sentences);
  const backed = sentences.filter(({ backings }) => backings.length > 0).length;
  const accounted = `${backed} of ${sentences.length} accounted for`;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const verdict = (fine: boolean, text: string): Said => (fine ? good(text) : bad(text));
  return table([
    ['sentences', verdict(backed === sentences.length, accounted)],
    ['languages', `every text is there in ${listed(vocabulary.languages)}`],
    [
      'promises',
      verdict(
        promises.every(({ kept }) => kept),
        promisesTold(promises),
      ),
    ],
    ['findings', verdict(errors === 0, `${count(errors, 'error')}, ${count(warnings, 'warning')}`)],
    ['time', duration(time)],
  ]);
}
