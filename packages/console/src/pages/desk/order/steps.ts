import { faults, field, html } from '@avow/server/look';
import { type AuthorityOrderId, asAuthorityOrderId, verifications } from 'avow';
import { consolePage } from '../../../web/frame.ts';
import type { Handle } from '../../../web/guard.ts';
import type { Console, Visit } from '../../../web/visit.ts';
import { choice } from '../../form/choice.ts';
import { type DocumentWrong, documentField, readDocument } from '../../form/document.ts';
import { caseDeedPage, doing, doneIn, type InCase, saying } from '../deed.ts';

/** The order that a case rests on, and the rest of what a step takes. */
function onOrder({ found, step: { case: _case, ...step } }: InCase<string>): {
  readonly order: AuthorityOrderId;
  readonly by: InCase<string>['step']['by'];
  readonly idempotencyKey: string;
} {
  return { order: asAuthorityOrderId(found.evidence), ...step };
}

/** That it was verified with the body itself, by a way that the order did not name, and who did. */
export const verify = (place: Console): Handle =>
  saying(place, (visit) => ({ ...verification(visit), inside: hows(visit) }));

export const verifying = (place: Console): Handle =>
  doing(
    place,
    ['how'],
    async (what) => {
      const { c, visit, found, form } = what;
      const how = verifications.find((each) => each === form.how);
      if (how === undefined) {
        const inside = hows(visit, visit.words.order.wrong.how);
        const page = caseDeedPage(visit, found, { ...verification(visit), inside });
        return c.html(consolePage(visit, visit.words.order.verify.title, page), 422);
      }
      await place.avow.desk.orders.verify({ ...onOrder(what), how });
      return doneIn(what, 'verified');
    },
    ({ notDone }) => ({ by: notDone.recordedIt }),
  );

const verification = ({ words }: Visit) => ({ ...words.order.verify, route: 'verifying' }) as const;

const hows = ({ words }: Visit, error?: string) =>
  choice({
    name: 'how',
    label: words.order.how,
    hint: words.order.howHint,
    unchosen: words.order.choose,
    options: verifications.map((each) => [each, words.order.hows[each]] as const),
    chosen: '',
    error,
  });

/** The approval that law asks for before a foreign body gets anything, with its document. */
export const clear = (place: Console): Handle =>
  saying(place, (visit) => ({ ...clearance(visit), inside: approval(visit, '') }));

export const clearing = (place: Console): Handle =>
  doing(place, ['reference'], async (what) => {
    const { c, visit, found, form } = what;
    const { reference } = form;
    const came = await readDocument(c);
    if (came.wrong !== undefined || reference === '') {
      const inside = approval(visit, reference, came.wrong, reference === '');
      const page = caseDeedPage(visit, found, { ...clearance(visit), inside });
      return c.html(consolePage(visit, visit.words.order.clear.title, page), 422);
    }
    await place.avow.desk.orders.clear({ ...onOrder(what), reference, document: came.digest });
    return doneIn(what, 'cleared');
  });

const clearance = ({ words }: Visit) =>
  ({ ...words.order.clear, route: 'clearing', takesDocument: true }) as const;

function approval(visit: Visit, reference: string, wrong?: DocumentWrong, isUnnamed = false) {
  const { order: said, document } = visit.words;
  const error = isUnnamed ? said.wrong.reference : undefined;
  const found = [
    ...(error === undefined ? [] : [{ name: 'reference', error }]),
    ...(wrong === undefined ? [] : [{ name: 'document', error: document.wrong[wrong] }]),
  ];
  return html`${faults(visit.language, found)}
${field({ name: 'reference', label: said.clearReference, hint: said.referenceHint, error, value: reference, autocomplete: 'off', limit: 128, required: true })}
${documentField(visit, wrong)}`;
}

/** The person may know from now on. */
export const endBar = (place: Console): Handle =>
  saying(place, ({ words }) => ({ ...words.order.endBar, route: 'endingBar' }));

export const endingBar = (place: Console): Handle =>
  doing(place, [], async (what) => {
    await place.avow.desk.orders.endBar(onOrder(what));
    return doneIn(what, 'barEnded');
  });

/** The body took its order back: nothing is handed over on it any more, or opened. */
export const withdraw = (place: Console): Handle =>
  saying(place, ({ words }) => ({ ...words.order.withdraw, route: 'withdrawing', isGrave: true }));

export const withdrawing = (place: Console): Handle =>
  doing(place, [], async (what) => {
    await place.avow.desk.orders.withdraw(onOrder(what));
    return doneIn(what, 'withdrawn');
  });
