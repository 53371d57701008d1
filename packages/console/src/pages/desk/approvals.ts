import type { Words } from '@avow/policy';
import { html, type Markup, none } from '@avow/server/look';
import type { Approvable, Case } from 'avow';
import type { Operator } from '../../options.ts';
import type { Visit } from '../../web/visit.ts';
import { digestOf, operatorName } from './case-words.ts';

/** Why somebody may not approve. The library holds it as well; here it is said beforehand. */
export type NotApproving = keyof Visit['words']['desk']['notApproving'];

/** Undefined: they may. */
export function whyNot(
  { operator, role }: Operator,
  { case: about, approvedBy, needed }: Approvable<Words>,
  appointed: boolean,
): NotApproving | undefined {
  if (needed === 0) return 'nothing';
  if (about.state !== 'open') return about.state === 'expired' ? 'expired' : 'over';
  if (role === 'auditor' || role === 'administrator') return 'role';
  if (!appointed) return 'notAppointed';
  if (isIn(about, operator)) return about.openedBy === operator ? 'opened' : 'concerned';
  if (approvedBy.includes(operator)) return 'already';
  return undefined;
}

const isIn = ({ openedBy, person, to }: Case<Words>, operator: string): boolean =>
  [openedBy, person, to && 'user' in to ? to.user : undefined].includes(operator as never);

/** Who approved just this, how many it takes, and whether the reader may. */
export function approvals(
  visit: Visit,
  operator: Operator,
  approvable: Approvable<Words>,
  appointed: boolean,
): Markup {
  const { words, to } = visit;
  const { desk: said } = words;
  const { needed, approvedBy, digest, case: about } = approvable;
  if (needed === 0) return none;
  const why = whyNot(operator, approvable, appointed);
  return html`<h2>${said.approvals}</h2><p>${said.approvedSoFar(approvedBy.length, needed)}</p>
${approvedBy.length === 0 ? none : html`<ul class="values">${approvedBy.map((each) => html`<li>${operatorName(visit, operator, each)}</li>`)}</ul>`}
<p class="quiet small">${said.approvedIs} ${digestOf(digest)}</p>
${
  why === undefined
    ? html`<p><a class="button" href="${to('approve', { case: about.case })}">${said.approve.title}</a></p>`
    : html`<p class="why-not">${said.notApproving[why]}</p>`
}`;
}
