import {
  compile,
  type Explanation,
  explain as explainDecision,
  masks,
  type Policy,
} from '@avow/policy';
import { command } from '../arguments/command.ts';
import { required } from '../arguments/read.ts';
import { UsageError } from '../arguments/usage.ts';
import { languageOf } from '../policy/language.ts';
import { loadPolicy } from '../policy/load.ts';
import type { Report } from '../report.ts';
import { listed } from '../words/list.ts';
import { bad, good, heading, line, type Page, parts, quiet, table } from '../words/page.ts';

const asked = { type: 'string' } as const;
const stated = { type: 'string', multiple: true, default: [] as string[] } as const;

export const explain = command({
  name: 'explain',
  summary: 'what would the policy answer, by which sentence, and what would change it?',
  help: `avow explain <policy> --action <a> --purpose <p> --category <c> --recipient <r>
             [--know <fact>]… [--refute <fact>]… [--lang <language>] [--audience <who>] [--json]

Answers one question in the words of the policy: the sentence that decides, the facts that mattered,
what is owed for doing it, what would make it permitted. A fact is unknown unless --know says that it
holds or --refute that it does not. --audience (operator unless said) leaves out what such a reader
may not learn of.

The answer is a value: the exit code is 0 whether it is yes or no.`,
  operands: ['policy'],
  options: {
    action: asked,
    purpose: asked,
    category: asked,
    recipient: asked,
    know: stated,
    refute: stated,
    lang: asked,
    audience: { type: 'string', default: 'operator' },
  },
  async run({ options, operands: [named] }, { folder }): Promise<Report> {
    const { policy } = await loadPolicy(named, folder);
    const question = {
      action: required(options.action, 'action'),
      purpose: required(options.purpose, 'purpose'),
      category: required(options.category, 'category'),
      recipient: required(options.recipient, 'recipient'),
    };
    const judge = judgeOf(policy, options.know, options.refute);
    const reader = {
      language: languageOf(policy, options.lang),
      audience: audienceOf(policy, options.audience),
    };
    const engine = compile(policy);
    const { action, purpose, category, recipient } = question;
    const cell = engine.cell(action, purpose, category, recipient);
    const { known, refuted } = masks(cell, judge);
    const explanation = explainDecision(engine, question, known, refuted, reader);
    const unstated = cell.facts.filter(
      (fact) =>
        judge(fact) === undefined &&
        policy.vocabulary.facts[fact]?.audience.includes(reader.audience),
    );
    const idle = [...options.know, ...options.refute].filter((fact) => !cell.facts.includes(fact));
    return {
      found: false,
      page: parts(
        answerPage(explanation),
        reasonsPage(explanation),
        dutiesPage(explanation),
        remediesPage(explanation, unstated),
        idle.length === 0 ? [] : [line(quiet(`Makes no difference here: ${listed(idle)}.`))],
      ),
      data: { question, facts: cell.facts, ...explanation },
    };
  },
});

/** What is known of each fact, from what the command line states. */
function judgeOf(policy: Policy, known: readonly string[], refuted: readonly string[]) {
  for (const fact of [...known, ...refuted]) {
    if (Object.hasOwn(policy.vocabulary.facts, fact)) continue;
    const facts = Object.keys(policy.vocabulary.facts).join(', ');
    throw new UsageError(`The policy knows no fact "${fact}". It knows ${facts}.`);
  }
  const both = known.find((fact) => refuted.includes(fact));
  if (both !== undefined) throw new UsageError(`"${both}" cannot be both known and refuted.`);
  return (fact: string) =>
    known.includes(fact) ? true : refuted.includes(fact) ? false : undefined;
}

function audienceOf(policy: Policy, audience: string): string {
  const facts = Object.values(policy.vocabulary.facts);
  const known = [...new Set(facts.flatMap((fact) => fact.audience))];
  if (known.length === 0 || known.includes(audience)) return audience;
  throw new UsageError(`No fact is for the audience "${audience}". There are ${known.join(', ')}.`);
}

function answerPage({ permitted, answer, sentence }: Explanation): Page {
  return [line(permitted ? good(answer) : bad(answer)), table([[sentence.id, sentence.text]])];
}

function reasonsPage({ reasons, withheld }: Explanation): Page {
  const rows = reasons.map(({ fact, holds, text }) => [
    fact,
    holds === undefined ? 'unknown' : holds ? 'true' : 'false',
    text,
  ]);
  const more = withheld ? [line('and something that this audience may not learn of', 2)] : [];
  if (rows.length + more.length === 0) return [];
  return [heading('Because'), ...(rows.length > 0 ? [table(rows)] : []), ...more];
}

function dutiesPage({ duties }: Explanation): Page {
  if (duties.length === 0) return [];
  return [heading('Owed for it'), table(duties.map(({ duty, text }) => [duty, text]))];
}

function remediesPage({ permitted, remedies }: Explanation, unstated: readonly string[]): Page {
  if (permitted) return [];
  if (remedies.length === 0) return [line(noRemedy(unstated))];
  const rows = remedies.flatMap(({ steps }, index) =>
    steps.map(({ fact, by, text }, step) => [
      step > 0 ? 'and' : index > 0 ? 'or' : '',
      fact,
      `by the ${by}`,
      text,
    ]),
  );
  const told = rows.length > 1 ? rows : rows.map((row) => row.slice(1));
  return [heading('What would permit it'), table(told)];
}

/** Where something is not said, that may be all that is missing. */
function noRemedy(unstated: readonly string[]): string {
  if (unstated.length === 0) return 'Nothing that anybody can bring about would permit it.';
  return `Whether anything would permit it also depends on what is not said here: ${listed(unstated)} (--know, --refute).`;
}
