import type { Words } from '@avow/policy';
import { faults, field, html, type Markup, moment, none, table } from '@avow/server/look';
import { type Attestation, asPersonId, type PersonId } from 'avow';
import type { Operator } from '../../options.ts';
import { faultPage } from '../../web/fault.ts';
import { once } from '../../web/form.ts';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import { begun } from '../../web/policy.ts';
import type { Console, Seen, Visit } from '../../web/visit.ts';
import { operatorName } from '../desk/case-words.ts';
import { choice } from '../form/choice.ts';
import { date } from '../form/date.ts';
import { partyLink } from '../party/name.ts';
import { ownFacts, whyNotSign } from './facts.ts';

export const kinds = ['party', 'user', 'staff'] as const;

/** What stands in the form. */
export interface Entered {
  readonly fact: string;
  readonly kind: string;
  readonly whom: string;
  readonly until: string;
}

export type Wrong = Partial<Entered>;

/** What was attested of somebody, over or not, and the form for more. */
export const attested =
  (place: Console): Handle =>
  (c, operator) => {
    const { person } = c.req.query();
    return person ? showAttested(c, place, operator, asPersonId(person)) : faultPage(c, 'notFound');
  };

export async function showAttested(
  c: Seen,
  { avow, now = Date.now }: Console,
  operator: Operator,
  person: PersonId,
  entered: Entered = { fact: '', kind: '', whom: '', until: '' },
  wrong: Wrong = {},
): Promise<Response> {
  const subject = await avow.subjects.get(person);
  if (subject === undefined || subject.state === 'erased') return faultPage(c, 'notFound');
  const { visit } = c.var;
  const { attested: said, attestations: room } = visit.words;
  const found = await avow.attestations.of(person);
  const done: Readonly<Record<string, string>> = said.done;
  const did = c.req.query('done') ?? '';
  const main = html`<p class="eyebrow"><a href="${visit.to('attestations')}">${room.title}</a></p><h1>${said.title}</h1>
<p class="lead"><code>${person}</code></p>
${Object.hasOwn(done, did) ? html`<p class="done" role="status">${done[did]}</p>` : none}
${found.length === 0 ? html`<p>${said.none}</p>` : listed(visit, operator, found, now())}
${visit.may('attesting') ? attesting(visit, person, entered, wrong) : none}`;
  const status = Object.keys(wrong).length === 0 ? 200 : 422;
  return c.html(consolePage(visit, said.title, main), status);
}

function listed(
  visit: Visit,
  operator: Operator,
  found: readonly Attestation<Words>[],
  now: number,
): Markup {
  const { words, language } = visit;
  const { attested: said, attestations: room } = words;
  const labels = new Map(ownFacts(visit).map(({ fact, label }) => [fact, label]));
  return table({
    caption: said.title,
    head: [room.fact, said.to, said.state, said.signedBy, said.until, said.deeds],
    rows: found.map((one) => {
      const isOver = one.state === 'ended' || one.until <= now;
      return [
        begun(labels.get(one.fact) ?? one.fact),
        toWhom(visit, one),
        said.states[isOver ? 'ended' : one.state],
        one.signed.length === 0
          ? words.listed.none
          : html`<ul class="values">${one.signed.map(({ by, at }) => html`<li>${operatorName(visit, operator, by)} · ${moment(at, language)}</li>`)}</ul>`,
        moment(one.until, language),
        isOver ? words.listed.none : deeds(visit, operator, one),
      ];
    }),
  });
}

function toWhom(visit: Visit, { to }: Attestation<Words>): Markup | string {
  const { words } = visit;
  if (to === undefined) return words.listed.none;
  if ('party' in to) return partyLink(visit, to.party);
  return 'user' in to
    ? html`${words.desk.aUser} <code>${to.user}</code>`
    : html`${words.attested.colleague} <code>${to.staff}</code>`;
}

/** Signing, where one more has to; ending, whoever signed. */
function deeds(visit: Visit, { operator }: Operator, one: Attestation<Words>): Markup {
  const { words, to, may } = visit;
  const { attested: said } = words;
  if (!may('signing')) return html`${words.listed.none}`;
  const { attestation, person } = one;
  const why = whyNotSign(visit, operator, one);
  const sign =
    one.state !== 'requested'
      ? none
      : why === undefined
        ? html`<form method="post" action="${to('signing')}">${once()}<input type="hidden" name="person" value="${person}"><input type="hidden" name="attestation" value="${attestation}"><button class="button button-plain button-small">${said.sign}</button></form>`
        : html`<span class="quiet small">${why}</span> `;
  return html`${sign}<a class="act" href="${to('endAttestation', { person, attestation })}">${said.end.title}</a>`;
}

function attesting(visit: Visit, person: PersonId, entered: Entered, wrong: Wrong): Markup {
  const { words, language, to } = visit;
  const { attested: said, order } = words;
  const listed = Object.entries(wrong).map(([name, error]) => ({ name, error }));
  return html`<h2>${said.attest}</h2><p>${said.attestLead}</p>
<form method="post" action="${to('attesting')}" novalidate>${once()}<input type="hidden" name="person" value="${person}">
${faults(language, listed)}
${choice({ name: 'fact', label: words.attestations.fact, unchosen: order.choose, options: ownFacts(visit).map(({ fact, label }) => [fact, begun(label)] as const), chosen: entered.fact, error: wrong.fact })}
${choice({ name: 'kind', label: said.to, hint: said.toHint, unchosen: said.nobodyElse, options: kinds.map((each) => [each, said.kinds[each]] as const), chosen: entered.kind, error: wrong.kind })}
${field({ name: 'whom', label: said.whom, hint: said.whomHint, value: entered.whom, error: wrong.whom, autocomplete: 'off', limit: 128 })}
${date({ name: 'until', label: said.ends, hint: said.endsHint, value: entered.until, error: wrong.until })}
<div class="actions"><button class="button">${said.button}</button></div></form>`;
}
