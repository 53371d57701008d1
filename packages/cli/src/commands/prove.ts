import { findSentence } from '@avow/policy';
import { command } from '../arguments/command.ts';
import { UsageError } from '../arguments/usage.ts';
import { promiseRow, promisesTold } from '../pages/promises.ts';
import { languageOf } from '../policy/language.ts';
import { loadPolicy } from '../policy/load.ts';
import { type Promised, promisesOf } from '../policy/promises.ts';
import type { Report } from '../report.ts';
import { count, duration } from '../words/number.ts';
import { line, parts, strong, table } from '../words/page.ts';

export const prove = command({
  name: 'prove',
  summary: 'does the policy keep its promises? If not, the smallest counterexample',
  help: `avow prove <policy> [<promise>] [--lang <language>] [--json]

Looks at every decision that the policy can make, in every state of the facts, and tells of each
promise whether one of them breaks it. A promise that no single decision can break is enforced by the
system: then its test is named, and must exist. <promise> is a sentence (2.a.1) or one promise of a
sentence by its place among what backs it (2.a.1:1).

Exit code 1 if a promise is broken, or its test is missing.`,
  operands: ['policy', 'promise?'],
  options: { lang: { type: 'string' } },
  async run({ options, operands: [named, promise] }, { folder }): Promise<Report> {
    const started = performance.now();
    const loaded = await loadPolicy(named, folder);
    const language = languageOf(loaded.policy, options.lang);
    const promises = chosen(promisesOf(loaded), promise);
    const time = performance.now() - started;
    const bySentence = Map.groupBy(promises, ({ sentence }) => sentence);
    const said = [...bySentence].map(([id, some]) => [
      line(strong(findSentence(loaded.policy, id)?.text[language] ?? '')),
      table(some.map((one) => promiseRow(one.promise, one, language))),
    ]);
    const summary = `${count(promises.length, 'promise')}: ${promisesTold(promises)}. ${duration(time)}`;
    return {
      found: promises.some(({ kept }) => !kept),
      page: parts(...said, [line(summary)]),
      data: { promises, milliseconds: Math.round(time) },
    };
  },
});

function chosen(promises: readonly Promised[], wanted: string | undefined): readonly Promised[] {
  if (wanted === undefined) return promises;
  const some = promises.filter((one) => one.promise === wanted || one.sentence === wanted);
  if (some.length > 0) return some;
  const sentences = [...new Set(promises.map(({ sentence }) => sentence))].join(', ');
  throw new UsageError(`No promise backs "${wanted}". Promises back ${sentences}.`);
}
