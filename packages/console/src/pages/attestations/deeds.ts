import { html } from '@avow/server/look';
import {
  type AttestedOf,
  asAttestationId,
  asPartyId,
  asPersonId,
  isAvowFault,
  type PersonId,
} from 'avow';
import { faultPage } from '../../web/fault.ts';
import { keyOf, readForm } from '../../web/form.ts';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import type { Console, Visit } from '../../web/visit.ts';
import { deedPage } from '../deed.ts';
import { personNamed } from '../desk/person.ts';
import { readEnd } from '../form/end.ts';
import { isName } from '../form/name.ts';
import { ownFacts } from './facts.ts';
import { type Entered, kinds, showAttested, type Wrong } from './person.ts';

/** Writes down that a fact of the policy's own is so; whoever is signed in signs first, where that takes signatures. */
export const attesting =
  (place: Console): Handle =>
  async (c, operator) => {
    const { visit } = c.var;
    const { avow, now = Date.now } = place;
    const form = await readForm(c, ['person', 'fact', 'kind', 'whom', 'until', 'once']);
    if (form.person === '') return faultPage(c, 'bad');
    const person = asPersonId(form.person);
    const end = readEnd(form.until, now());
    const to = await recipientIn(place, form);
    const wrong = wrongIn(visit, form, to, end.isWrong);
    const again = (found: Wrong) => showAttested(c, place, operator, person, form, found);
    if (Object.keys(wrong).length > 0) return again(wrong);
    try {
      const { state } = await avow.attestations.attest({
        ...{ person, fact: form.fact, by: operator.operator, ...keyOf(form) },
        ...(to && { to }),
        ...(end.at !== undefined && { until: end.at }),
      });
      return c.redirect(visit.to('attested', { person, done: state }), 303);
    } catch (fault) {
      const { wrong: said } = visit.words.attested;
      if (isAvowFault(fault, 'AVOW_NOT_FOUND') && fault.field?.startsWith('to.')) {
        return again({ whom: said.whom });
      }
      if (isAvowFault(fault, 'AVOW_TOO_MANY')) return again({ fact: said.many });
      if (isAvowFault(fault, 'AVOW_STATE') && fault.field === 'person') {
        return again({ fact: said.suspended });
      }
      throw fault;
    }
  };

/** Whom it is about besides the person; undefined: nobody that is known was named. */
async function recipientIn(
  place: Console,
  { kind, whom }: Entered,
): Promise<AttestedOf | undefined> {
  if (kind === 'party') return isName(whom) ? { party: asPartyId(whom) } : undefined;
  if (kind !== 'user' && kind !== 'staff') return undefined;
  const found: PersonId | undefined = await personNamed(place, whom);
  if (found === undefined) return undefined;
  return kind === 'user' ? { user: found } : { staff: found };
}

function wrongIn(
  visit: Visit,
  { fact, kind, whom }: Entered,
  to: AttestedOf | undefined,
  isEndWrong: boolean,
): Wrong {
  const { wrong } = visit.words.attested;
  const own = ownFacts(visit).find((each) => each.fact === fact);
  const isNamed = kinds.some((each) => each === kind);
  const isKindWrong = own !== undefined && isNamed !== (own.recipient === true);
  return {
    ...(own === undefined && { fact: wrong.fact }),
    ...(isKindWrong && { kind: own.recipient ? wrong.kind : wrong.alone }),
    ...((isNamed ? to === undefined : whom !== '') && { whom: wrong.whom }),
    ...(isEndWrong && { until: wrong.until }),
  };
}

/** One more signs. */
export const signing =
  ({ avow }: Console): Handle =>
  async (c, { operator: by }) => {
    const form = await readForm(c, ['person', 'attestation', 'once']);
    if (form.attestation === '') return faultPage(c, 'bad');
    const attestation = asAttestationId(form.attestation);
    const { person, state } = await avow.attestations.sign({ attestation, by, ...keyOf(form) });
    const done = state === 'standing' ? state : 'signed';
    return c.redirect(c.var.visit.to('attested', { person, done }), 303);
  };

/** Ending one: from then on no decision rests on it. */
export const endAttestation = (): Handle => (c) => {
  const { visit } = c.var;
  const { person = '', attestation = '' } = c.req.query();
  if (person === '' || attestation === '') return faultPage(c, 'notFound');
  const { attestations: room, attested: said } = visit.words;
  const back = visit.to('attested', { person });
  const main = deedPage(visit, {
    ...{ ...said.end, route: 'endingAttestation', isGrave: true, cancel: back },
    way: html`<p class="eyebrow"><a href="${visit.to('attestations')}">${room.title}</a> · <a href="${back}">${said.title}</a></p>`,
    fields: { attestation },
  });
  return c.html(consolePage(visit, said.end.title, main));
};

export const endingAttestation =
  ({ avow }: Console): Handle =>
  async (c, { operator: by }) => {
    const form = await readForm(c, ['attestation', 'once']);
    if (form.attestation === '') return faultPage(c, 'bad');
    const attestation = asAttestationId(form.attestation);
    const { person } = await avow.attestations.end({ attestation, by, ...keyOf(form) });
    return c.redirect(c.var.visit.to('attested', { person, done: 'ended' }), 303);
  };
