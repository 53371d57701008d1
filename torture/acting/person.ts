import type { Dice } from '../dice.ts';
import type { Thing } from './deed.ts';
import { deedsOf, type Others } from './person-deeds.ts';
import { look, type PersonState, shown } from './person-state.ts';

export interface Person extends Thing<PersonState> {
  /** Part of an order that is under way: not erased, suspended or terminated meanwhile. */
  isBusy: boolean;
}

export function person(name: string, others: Others, dice: Dice): Person {
  let state: PersonState = {
    standing: 'absent',
    agreement: 'never-asked',
    held: {},
    consent: 'none',
    isHeld: false,
  };
  const person: Person = {
    name,
    isBusy: false,
    get state() {
      return state;
    },
    become(next) {
      state = next;
    },
    get isOver() {
      return state.standing === 'erased';
    },
    possible: () => deedsOf(person, others, dice),
    shown,
    look: (asking) => look(asking, state.id),
  };
  return person;
}
