import { faults, html, type Markup } from '@avow/server/look';
import { asPersonId, isAvowFault } from 'avow';
import type { RouteName } from '../../../access.ts';
import { faultPage } from '../../../web/fault.ts';
import { keyOf, readForm } from '../../../web/form.ts';
import { consolePage } from '../../../web/frame.ts';
import type { Handle } from '../../../web/guard.ts';
import { answered } from '../../../web/policy.ts';
import type { Console, Seen, Visit } from '../../../web/visit.ts';
import { type Deed, deedPage } from '../../deed.ts';
import { type DocumentWrong, documentField, readDocument } from '../../form/document.ts';
import { personField } from '../../form/person.ts';
import { personNamed } from '../person.ts';

/** What can be done about somebody who is known to be a child. */
export const stepNames = ['guard', 'correct', 'erase'] as const;
type StepName = (typeof stepNames)[number];

/** Writing down what was learned: of whom, and what shows it. */
export const learn = (): Handle => (c) => showLearn(c, '');

export const learning =
  (place: Console): Handle =>
  async (c, { operator: by }) => {
    const form = await readForm(c, ['person', 'once']);
    const person = await personNamed(place, form.person);
    const came = await readDocument(c);
    if (person === undefined || came.wrong !== undefined) {
      return showLearn(c, form.person, person === undefined, came.wrong);
    }
    return said(c, 'learned', () =>
      place.avow.children.learn({ person, by, document: came.digest, ...keyOf(form) }),
    );
  };

export const childStep = (): Handle => (c) => {
  const step = stepNames.find((each) => each === c.req.query('step'));
  const person = c.req.query('person') ?? '';
  return step === undefined || person === '' ? faultPage(c, 'notFound') : showStep(c, step, person);
};

export const childStepping =
  ({ avow }: Console): Handle =>
  async (c, { operator: by }) => {
    const form = await readForm(c, ['person', 'step', 'once']);
    const step = stepNames.find((each) => each === form.step);
    if (step === undefined || form.person === '') return faultPage(c, 'bad');
    const what = { person: asPersonId(form.person), by, ...keyOf(form) };
    switch (step) {
      case 'guard': {
        const came = await readDocument(c);
        if (came.wrong !== undefined) return showStep(c, step, form.person, came.wrong);
        return said(c, 'guarded', () => avow.children.guard({ ...what, document: came.digest }));
      }
      case 'correct':
        return said(c, 'corrected', () => avow.children.correct(what));
      case 'erase': {
        const { visit } = c.var;
        const { children: words } = visit.words;
        const decided = await avow.children.erase(what);
        const title = decided.permitted ? words.erased : words.notErased;
        const main = html`${way(visit)}<h1>${title}</h1>${answered(visit, decided, { title, body: html`` })}`;
        return c.html(consolePage(visit, title, main));
      }
    }
  };

/** Back to the list, which says what was done; or why nothing was. */
async function said(
  c: Seen,
  done: keyof Visit['words']['children']['done'],
  act: () => Promise<unknown>,
): Promise<Response> {
  const { visit } = c.var;
  try {
    await act();
  } catch (fault) {
    if (isAvowFault(fault, 'AVOW_NOT_FOUND')) {
      return faultPage(c, fault.field === 'by' ? 'notAppointed' : 'notFound');
    }
    if (!isAvowFault(fault, 'AVOW_STATE')) throw fault;
    const { children: words } = visit.words;
    const main = html`${way(visit)}<h1>${words.title}</h1><p class="verdict verdict-failed" role="alert"><strong>${words.notDone}</strong></p>`;
    return c.html(consolePage(visit, words.title, main), 409);
  }
  return c.redirect(visit.to('children', { done }), 303);
}

function showLearn(c: Seen, person: string, isUnknown = false, wrong?: DocumentWrong) {
  const { visit } = c.var;
  const { children: words } = visit.words;
  const error = isUnknown ? words.wrongPerson : undefined;
  const inside = html`${faultList(visit, error, wrong)}
${personField(visit, { value: person, error })}
${documentField(visit, wrong)}`;
  const isWrong = isUnknown || wrong !== undefined;
  return show(
    c,
    words.learn,
    'learningChild',
    { inside, takesDocument: true, fields: {} },
    isWrong,
  );
}

function showStep(c: Seen, step: StepName, person: string, wrong?: DocumentWrong) {
  const { visit } = c.var;
  const isGuard = step === 'guard';
  const inside = html`${faultList(visit, undefined, wrong)}${isGuard ? documentField(visit, wrong) : ''}`;
  const about = html`<p><code>${person}</code></p>`;
  const more = { inside, about, takesDocument: isGuard, isGrave: step === 'erase' };
  const fields = { person, step };
  const { [step]: words } = visit.words.children;
  return show(c, words, 'childStepping', { ...more, fields }, wrong !== undefined);
}

function show(
  c: Seen,
  words: { readonly title: string; readonly lead: string; readonly button: string },
  route: RouteName,
  more: Omit<Deed, 'route' | 'way' | 'title' | 'lead' | 'button' | 'cancel'>,
  isWrong: boolean,
) {
  const { visit } = c.var;
  const { title, lead, button } = words;
  const deed = { title, lead, button, route, way: way(visit), cancel: visit.to('children') };
  const main = deedPage(visit, { ...deed, ...more });
  return c.html(consolePage(visit, title, main), isWrong ? 422 : 200);
}

function faultList({ words, language }: Visit, person?: string, wrong?: DocumentWrong): Markup {
  return faults(language, [
    ...(person === undefined ? [] : [{ name: 'person', error: person }]),
    ...(wrong === undefined ? [] : [{ name: 'document', error: words.document.wrong[wrong] }]),
  ]);
}

/** The way back to the list. */
const way = ({ words, to }: Visit): Markup =>
  html`<p class="eyebrow"><a href="${to('desk')}">${words.desk.title}</a> · <a href="${to('children')}">${words.children.title}</a></p>`;
