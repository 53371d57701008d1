import { html } from '@avow/server/look';
import { asHoldId, asPersonId, type Subject } from 'avow';
import { faultPage } from '../../web/fault.ts';
import { keyOf, readForm } from '../../web/form.ts';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import { begun } from '../../web/policy.ts';
import type { Console } from '../../web/visit.ts';
import { deedPage } from '../deed.ts';
import { type AnyHold, doersIn, holdTerms, stateOf } from './hold.ts';
import { subjectNamed } from './person.ts';
import { holdsWay } from './room.ts';

/** Whether somebody goes with a hold: they have asked to be erased, and no other stands. */
const isErasedWith = ({ state }: Subject, all: readonly AnyHold[], hold: string, now: number) =>
  state === 'held' && !all.some((each) => each.hold !== hold && stateOf(each, now) === 'standing');

/** What it means that a hold is lifted: also that somebody is erased with it, where they have asked for that. */
export const liftHold =
  (place: Console): Handle =>
  async (c, operator) => {
    const { avow, now = Date.now } = place;
    const subject = await subjectNamed(place, c.req.query('person'));
    if (subject === undefined) return faultPage(c, 'notFound');
    const { person, state } = subject;
    const all = await avow.holds.list(person);
    const found = all.find(({ hold }) => hold === c.req.query('hold'));
    if (found === undefined) return faultPage(c, 'notFound');
    if (person === operator.operator) return faultPage(c, 'another');
    if (stateOf(found, now()) !== 'standing') return faultPage(c, 'changed');
    const { visit } = c.var;
    const { liftHold: said, holds } = visit.words;
    const erases = isErasedWith(subject, all, found.hold, now());
    const main = deedPage(visit, {
      ...{ title: said.title, lead: said.lead, button: said.button, isGrave: true },
      ...{ route: 'liftingHold', way: holdsWay(visit, person) },
      about: html`<h2>${begun(holds.kinds[found.kind])}</h2>
${holdTerms(visit, operator, found, await doersIn(visit, [found]))}
${state === 'held' ? html`<p><strong>${erases ? said.erases : said.waitsOn}</strong></p>` : ''}`,
      fields: { person, hold: found.hold, erases: erases ? 'yes' : 'no' },
      cancel: visit.to('held', { person }),
    });
    return c.html(consolePage(visit, said.title, main));
  };

/**
 * Lifts it. Whoever is erased with it has no page to go back to: the room says so. Nobody is where the page said that
 * they would not be, as another hold stood then, or they had not asked.
 */
export const liftingHold =
  (place: Console): Handle =>
  async (c, { operator: by }) => {
    const { avow, now = Date.now } = place;
    const { to } = c.var.visit;
    const form = await readForm(c, ['person', 'hold', 'erases', 'once']);
    if (form.person === '' || form.hold === '') return faultPage(c, 'bad');
    const person = asPersonId(form.person);
    const hold = asHoldId(form.hold);
    const subject = await subjectNamed(place, form.person);
    const all = await avow.holds.list(person);
    const erases = subject !== undefined && isErasedWith(subject, all, hold, now());
    if (erases && form.erases !== 'yes') return faultPage(c, 'changed');
    const { erased } = await avow.holds.lift({ person, hold, by, ...keyOf(form) });
    const way = erased ? to('holds', { done: 'erased' }) : to('held', { person, done: 'lifted' });
    return c.redirect(way, 303);
  };
