import type { Words } from '@avow/policy';
import { html, type Markup, moment, terms } from '@avow/server/look';
import type { Hold, PersonId } from 'avow';
import type { Operator } from '../../options.ts';
import { begun, policyWords } from '../../web/policy.ts';
import type { Visit } from '../../web/visit.ts';
import { digestOf, operatorName } from '../desk/case-words.ts';
import { type Doers, doersOf } from '../doers.ts';

export type AnyHold = Hold<Words>;

/** `over`: it ended by itself, at its time. */
export type HoldState = 'standing' | 'lifted' | 'over';

export function stateOf({ lifted, until }: AnyHold, now: number): HoldState {
  if (lifted !== undefined) return 'lifted';
  return until !== undefined && until <= now ? 'over' : 'standing';
}

const marks = {
  standing: 'mark mark-wait',
  lifted: 'mark',
  over: 'mark',
} as const satisfies Record<HoldState, string>;

/** How a hold stands, by a word in a frame. */
export const holdMark = ({ words }: Visit, state: HoldState): Markup =>
  html`<span class="${marks[state]}">${words.held.states[state]}</span>`;

/** What operators who verified or lifted some holds are called. */
export const doersIn = (visit: Visit, holds: readonly AnyHold[]): Promise<Doers> =>
  doersOf(
    visit,
    holds
      .flatMap(({ verifiedBy, liftedBy }) => [verifiedBy, liftedBy])
      .filter((id) => id !== undefined),
  );

/** What a hold covers, in words. */
export function covered(visit: Visit, { categories }: AnyHold): string {
  return categories === undefined
    ? visit.words.holds.everything
    : begun(policyWords(visit).categories(categories));
}

/** When it ends by itself, if it does. */
export const endOf = ({ words, language }: Visit, { until }: AnyHold): Markup | string =>
  until === undefined ? words.holds.open : moment(until, language);

/** The terms of a hold: on which document, who verified it, what it covers and until when, who lifted it. */
export function holdTerms(visit: Visit, operator: Operator, hold: AnyHold, doers: Doers): Markup {
  const { words, language } = visit;
  const { held: said, holds: room } = words;
  const name = (id: PersonId) => doers.get(id) ?? operatorName(visit, operator, id);
  const { document, verifiedBy, from, lifted, liftedBy } = hold;
  return terms([
    [said.document, verifiedBy === undefined ? said.noDocument : digestOf(document)],
    [said.verifiedBy, verifiedBy === undefined ? said.nobodyYet : name(verifiedBy)],
    [room.covers, covered(visit, hold)],
    [room.from, moment(from, language)],
    [room.until, endOf(visit, hold)],
    ...(lifted === undefined ? [] : [[said.lifted, moment(lifted, language)] as const]),
    ...(liftedBy === undefined ? [] : [[said.liftedBy, name(liftedBy)] as const]),
  ]);
}
