import { randomInt } from 'node:crypto';
import { Differs } from './answer.ts';
import type { Api } from './api.ts';
import type { Stage } from './stage.ts';
import type { Visitor } from './visitor.ts';

/** Somebody in the story. */
export interface Character {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly phone: string;
  readonly address: string;
}

/** A character of this day only: each day has people of its own. */
export const character = (name: string): Character => ({
  name,
  email: `${name.toLowerCase()}-${randomInt(1e9)}@example.net`,
  password: `${name} likes the sound of rain`,
  phone: `+86 139 ${randomInt(1000, 9999)} ${randomInt(1000, 9999)}`,
  address: `${randomInt(1, 99)} Breakwater Street, Xiamen 361001`,
});

/** What every chapter has: the stage, the platform, and two people who are at the market today. */
export interface Day {
  readonly stage: Stage;
  readonly api: Api;
  /** Opens a fresh browser. */
  readonly arrive: () => Visitor;
  readonly wen: Joined;
  readonly lan: Joined;
}

/** Somebody with an account: who, their browser, and their number in the records. */
export interface Joined extends Character {
  readonly browser: Visitor;
  readonly person: string;
}

/** What a form for joining holds when it is sent. */
export const application = ({ email, password, name, phone, address }: Character) => ({
  as: 'person',
  email,
  password,
  'contact.name': name,
  'contact.phone': phone,
  'contact.address': address,
  accept: 'yes',
  answer: 'accept',
});

/** What a form for logging in holds. */
export const credentials = ({ email, password }: Pick<Character, 'email' | 'password'>) => ({
  email,
  password,
  next: '/',
});

/** Reads off “My data” under which number a person is known. */
export async function numberOf(browser: Visitor): Promise<string> {
  const [, person] = /data-person>([^<]+)</.exec(await browser.read('/mine')) ?? [];
  if (person === undefined) throw new Differs('“My data” names no number.');
  return person;
}
