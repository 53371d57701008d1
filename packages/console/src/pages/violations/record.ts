import { faults, field, html } from '@avow/server/look';
import { asPartyId, isAvowFault, type PersonId } from 'avow';
import { keyOf, readForm } from '../../web/form.ts';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import type { Console, Seen, Visit } from '../../web/visit.ts';
import { deedPage } from '../deed.ts';
import { personNamed } from '../desk/person.ts';
import { choice } from '../form/choice.ts';
import { date, dayOf } from '../form/date.ts';
import { type Came, documentField, readDocument } from '../form/document.ts';
import { isName } from '../form/name.ts';
import { personField } from '../form/person.ts';
import { engagedAs } from '../party/engaged-as.ts';
import { partyName } from '../party/name.ts';
import { violationsWay } from './list.ts';

const fields = ['person', 'rule', 'happened', 'reason', 'thirdParty'] as const;

type Entered = Readonly<Record<(typeof fields)[number], string>>;
type Wrong = Partial<Record<keyof Entered | 'document', string>>;

const nothing: Entered = { person: '', rule: '', happened: '', reason: '', thirdParty: '' };

/** As many characters as a reason has at most. */
const longest = 16_384;

/** The form in which a violation is recorded: about whom, which rule, why, and the document that shows it. */
export const recordViolation =
  (place: Console): Handle =>
  async (c) =>
    show(c, nothing, await engagedAs(place, 'thirdParty'));

/** Writes it down, open until somebody else decides. Whoever is signed in answers for the document. */
export const recordingViolation =
  (place: Console): Handle =>
  async (c, { operator: by }) => {
    const { visit } = c.var;
    const { avow, now = Date.now } = place;
    const sent = await readForm(c, ['once']);
    const entered = await readForm(c, fields);
    const document = await readDocument(c);
    const offered = await engagedAs(place, 'thirdParty');
    const person = await personNamed(place, entered.person);
    const wrong = wrongIn(visit, entered, document, { person, by, offered, now: now() });
    if (person === undefined || document.wrong !== undefined || Object.keys(wrong).length > 0) {
      return show(c, entered, offered, wrong, document.wrong);
    }
    const { rule, reason, thirdParty } = entered;
    try {
      const { violation } = await avow.registers.violations.record({
        ...{ person, rule, reason, by, happened: dayOf(entered.happened) ?? 0 },
        ...(thirdParty !== '' && { thirdParty: asPartyId(thirdParty) }),
        evidence: { document: document.digest, verifiedBy: by },
        ...keyOf(sent),
      });
      return c.redirect(visit.to('violation', { violation, done: 'recorded' }), 303);
    } catch (fault) {
      if (!isAvowFault(fault, 'AVOW_TOO_MANY')) throw fault;
      return show(c, entered, offered, { person: visit.words.recordViolation.wrong.many });
    }
  };

function wrongIn(
  { words }: Visit,
  { rule, happened, reason, thirdParty }: Entered,
  document: Came,
  {
    person,
    by,
    offered,
    now,
  }: {
    readonly person: PersonId | undefined;
    readonly by: PersonId;
    readonly offered: readonly string[];
    readonly now: number;
  },
): Wrong {
  const { wrong } = words.recordViolation;
  const day = dayOf(happened);
  const isOffered = thirdParty === '' || offered.includes(thirdParty);
  return {
    ...(person === undefined && { person: words.order.wrong.person }),
    ...(person === by && { person: wrong.own }),
    ...(!isName(rule) && { rule: wrong.rule }),
    ...((day === undefined || day > now) && { happened: wrong.happened }),
    ...((reason === '' || reason.length > longest) && { reason: wrong.reason }),
    ...(document.wrong !== undefined && { document: words.document.wrong[document.wrong] }),
    ...(!isOffered && { thirdParty: words.order.wrong.thirdParty }),
  };
}

function show(
  c: Seen,
  entered: Entered,
  offered: readonly string[],
  wrong: Wrong = {},
  document?: Parameters<typeof documentField>[1],
) {
  const { visit } = c.var;
  const { words, language, to } = visit;
  const { recordViolation: said } = words;
  const found = Object.entries(wrong).map(([name, error]) => ({ name, error }));
  const named = offered.map((each) => [each, partyName(visit, each)] as const);
  const inside = html`${faults(language, found)}
${personField(visit, { value: entered.person, error: wrong.person })}
${field({ name: 'rule', label: said.rule, hint: said.ruleHint, error: wrong.rule, value: entered.rule, autocomplete: 'off', limit: 128, required: true })}
${date({ name: 'happened', label: said.happened, hint: said.happenedHint, value: entered.happened, error: wrong.happened })}
${field({ name: 'reason', label: said.reason, hint: said.reasonHint, error: wrong.reason, value: entered.reason, lines: 5, limit: longest, required: true })}
${documentField(visit, document)}
<p class="quiet small">${said.verifier}</p>
${choice({ name: 'thirdParty', label: said.thirdParty, hint: said.thirdPartyHint, unchosen: said.nobody, options: named, chosen: entered.thirdParty, error: wrong.thirdParty })}`;
  const main = deedPage(visit, {
    ...{ title: said.title, lead: said.lead, button: said.button, inside, fields: {} },
    ...{ route: 'recordingViolation', way: violationsWay(visit), takesDocument: true },
    cancel: to('violations'),
  });
  return c.html(consolePage(visit, said.title, main), found.length === 0 ? 200 : 422);
}
