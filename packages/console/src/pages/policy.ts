import {
  type Clause,
  type Difference,
  type Enforced,
  layOutRule,
  type Never,
  type Policy,
  type Proof,
  prove,
  sentencesOf,
  type Words,
} from '@avow/policy';
import { day, html, laidOut, type Markup, none, raw, table } from '@avow/server/look';
import type { Announcement, Version } from 'avow';
import { consolePage } from '../web/frame.ts';
import type { Handle } from '../web/guard.ts';
import { begun, cited } from '../web/policy.ts';
import type { AnyAvow, Console, Visit } from '../web/visit.ts';

/** The versions of the policy with what each changed, its promises with their proofs, what it cannot know yet. */
export const policy =
  ({ avow, policy: published = '/policy', clauses = '/clauses' }: Console): Handle =>
  async (c) => {
    const { visit } = c.var;
    const { words, language } = visit;
    const { policy: said } = words;
    const main = html`<h1>${said.title}</h1><p class="lead">${said.lead}</p>
<p class="ways"><a class="button button-plain" href="${published}?lang=${language}">${said.read}</a><a class="button button-plain" href="${clauses}?lang=${language}">${said.backed}</a></p>
<h2 id="versions">${said.versions}</h2>${await versions(visit, avow)}
<h2 id="promises">${said.promises}</h2>${promises(visit, avow.policy.current().policy)}
${unread(visit, avow)}`;
    return c.html(consolePage(visit, said.title, main));
  };

async function versions(visit: Visit, avow: AnyAvow): Promise<Markup> {
  const { policy: said } = visit.words;
  const [list, announced] = await Promise.all([avow.policy.list(), avow.policy.announcements()]);
  const rows = await Promise.all(
    list.map(async (version) => {
      const one = announced.find((each) => each.version === version.digest);
      return row(visit, version, one, await avow.policy.difference(version.digest, one?.before));
    }),
  );
  return table({
    caption: said.versions,
    head: [said.version, said.from, said.state, said.changed],
    rows,
  });
}

const marks = {
  'in-force': 'mark mark-yes',
  archived: 'mark',
  coming: 'mark',
  withdrawn: 'mark mark-no',
} as const satisfies Record<Version<Words>['state'], string>;

function row(
  { words, language, place }: Visit,
  { digest, from, state }: Version<Words>,
  announcement: Announcement | undefined,
  difference: Difference | undefined,
) {
  const { policy: said } = words;
  const all = `${place.policy ?? '/policy'}/versions/${digest}?lang=${language}`;
  const comments = announcement?.comments ?? 0;
  return [
    html`<a href="${all}"><code>${digest.slice(0, 12)}…</code></a>`,
    day(from, language),
    html`<span class="${marks[state]}">${said.states[state]}</span>${comments === 0 ? none : html`<br><span class="small quiet">${said.comments(comments)}</span>`}`,
    difference === undefined ? said.first : changes(difference, words, language),
  ];
}

function changes({ changes: list, major }: Difference, words: Visit['words'], language: string) {
  const { policy: said } = words;
  if (list.length === 0) return said.same;
  const ordered = list.toSorted((a, b) => Number(b.major) - Number(a.major));
  return html`${major ? html`<span class="mark mark-no">${said.major}</span>` : none}<ul class="values">${ordered.map(
    (each) => html`<li>${begun(each.words[language] ?? '')}</li>`,
  )}</ul>`;
}

/** A version never changes, so what it promises is proven once. */
const proven = new WeakMap<Policy, ReadonlyMap<string, Proof>>();

function proofsOf(of: Policy): ReadonlyMap<string, Proof> {
  const known = proven.get(of);
  if (known !== undefined) return known;
  const found = new Map(prove(of).map((proof) => [proof.promise, proof]));
  proven.set(of, found);
  return found;
}

function promises(visit: Visit, of: Policy): Markup {
  const { policy: said } = visit.words;
  const proofs = proofsOf(of);
  const all = sentencesOf(of).flatMap(({ id, backings }) =>
    backings.flatMap((backing, at): Promised[] =>
      backing.kind === 'never' || backing.kind === 'enforced'
        ? [{ id, backing, proof: proofs.get(`${id}:${at}`) }]
        : [],
    ),
  );
  const proven = all.filter(({ proof }) => proof?.kind === 'proven').length;
  const tested = all.filter(({ backing }) => backing.kind === 'enforced').length;
  const broken = all.length - proven - tested;
  return html`<p class="verdict${broken === 0 ? '' : ' verdict-failed'}"><strong>${said.kept(all.length, proven, tested, broken)}</strong>${said.promisesLead}</p>
${of.clauses.map((clause) => {
  const own = new Set<string>(clause.sentences.map(({ id }) => id));
  const here = all.filter(({ id }) => own.has(id));
  return here.length === 0 ? none : promisesOf(visit, of, clause, here);
})}`;
}

/** Those of one clause, to be unfolded; those of a clause that breaks one stand open. */
function promisesOf(visit: Visit, of: Policy, clause: Clause, here: readonly Promised[]): Markup {
  const { policy: said } = visit.words;
  const isBroken = here.some(({ proof }) => proof?.kind === 'broken');
  const title = `${clause.id} ${clause.title[visit.language] ?? ''}`;
  return html`<details class="promised"${isBroken ? raw(' open') : none}><summary><strong>${title}</strong> <span class="quiet">${said.ofClause(here.length)}</span></summary>
${table({
  caption: title,
  head: [said.sentence, said.promise, said.proof],
  rows: here.map((each) => promise(visit, of, each)),
})}</details>`;
}

interface Promised {
  readonly id: string;
  readonly backing: Never | Enforced;
  readonly proof: Proof | undefined;
}

function promise(visit: Visit, of: Policy, { id, backing, proof }: Promised) {
  const { words, language } = visit;
  const { policy: said } = words;
  if (backing.kind === 'enforced') {
    const how = html`${said.enforced} <code>${backing.test}</code>`;
    return [cited(visit, id), backing.text[language] ?? '', how];
  }
  const href = `${visit.place.policy ?? '/policy'}/promises/${proof?.promise ?? ''}?lang=${language}`;
  return [
    cited(visit, id),
    laidOut({ language, ...layOutRule(backing, of, language) }),
    proof?.kind === 'proven'
      ? html`<a href="${href}">${said.proven(proof.situations.toLocaleString(language))}</a>`
      : html`<a class="mark mark-no" href="${href}">${said.broken}</a>`,
  ];
}

/** Facts that nothing reads: what needs one of them is refused, so whoever wonders why finds it here. */
function unread({ words, language }: Visit, avow: AnyAvow): Markup {
  const { policy: said } = words;
  const missing = avow.facts().filter(({ built }) => !built);
  if (missing.length === 0) return none;
  const { facts } = avow.policy.current().policy.vocabulary;
  return html`<h2 id="unread">${said.unread}</h2><p>${said.unreadLead}</p>
<ul>${missing.map(({ fact, from }) => html`<li>${facts[fact]?.label[language] ?? fact} <code>${from}</code></li>`)}</ul>`;
}
