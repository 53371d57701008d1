import { randomInt } from 'node:crypto';
import type { Words } from '@avow/policy';
import { type Avow, asPersonId, type PersonId } from 'avow';
import { Unadmitted } from '../admit.ts';
import { changePasswordWith } from '../change-password.ts';
import { openDatabase } from '../database/open.ts';
import { invalid } from '../entered.ts';
import { frontDoor } from '../front-door.ts';
import { type AccountLimits, tries } from '../limits.ts';
import { type Passwords, passwords } from '../password.ts';
import type { AnyAvow } from '../premises.ts';
import type { Pseudonym } from '../pseudonym.ts';
import { secondFactorWith } from '../second-factor.ts';
import { presented, signOutWith } from '../sessions.ts';
import { enter } from '../sign-in.ts';
import {
  accountOf,
  accountOfPerson,
  accountsWithRole,
  addAccount,
  confirmAccount,
  removeAccount,
  renewAccount,
} from '../stored.ts';
import { type Operators, type Role, roles } from './face.ts';

export interface OperatorsOptions<V extends Words> {
  readonly avow: Avow<V>;
  /** A SQLite file of their own, or a PostgreSQL database, in which they have a schema of their own. */
  readonly database: string;
  /** The platform's address as browsers have it. */
  readonly origin: string;
  /** The operators' cookie, as the policy's register names it; another one than people's. */
  readonly cookie: string;
  /** The platform's name, as an authenticator shows it. Default: the origin's host. */
  readonly issuer?: string;
  readonly limits?: AccountLimits;
  readonly passwords?: Passwords;
}

const nameForm = /^[a-z0-9][a-z0-9.-]{1,31}$/;

/** Opens the operators' accounts, over a library that is open and is left open. */
export async function openOperators<V extends Words>(
  options: OperatorsOptions<V>,
): Promise<Operators> {
  const avow = options.avow as unknown as AnyAvow;
  const { cookie, origin } = options;
  const work = options.passwords ?? passwords();
  const database = await openDatabase(options.database, 'avow_operators');
  const door = frontDoor({
    database,
    cookie,
    secret: avow.subjects.pseudonym('accounts/secret', 'operators'),
    isSecure: new URL(origin).protocol === 'https:',
    passwords: work,
    admit: (operator) => admit(avow, asPersonId(operator), cookie),
  });
  const issuer = options.issuer ?? new URL(origin).host;
  const needed = { door, issuer, tries: tries(options.limits) };
  const pseudonym = (name: string) =>
    `u${avow.subjects.pseudonym('accounts/operators', name)}@id.invalid` as Pseudonym;
  const { begin, finish, prove } = secondFactorWith(needed);

  return {
    async add({ name, role }) {
      if (!nameForm.test(name) || !roles.includes(role)) throw new RangeError('no such operator');
      const email = pseudonym(name);
      if (await accountOf(door, email)) return { outcome: 'taken' };
      // Decisions about the operator's own browser need somebody to be about.
      const { person: operator } = await avow.subjects.create({ kind: 'device' });
      // An auditor looks on; everybody else works at the desk, where records name them.
      if (role !== 'auditor') await avow.desk.staff.appoint({ operator });
      const password = newPassword();
      const about = { person: operator, pseudonym: email, password, role };
      const stored = await addAccount(door, { ...about, language: 'en' });
      if (stored === undefined) return { outcome: 'taken' };
      await confirmAccount(door, stored.id);
      return { operator, role, password };
    },

    async list() {
      const stored = await accountsWithRole(door);
      return stored.flatMap(({ person, role, hasSecondFactor }) =>
        isRole(role) ? [{ operator: person, role, hasSecondFactor }] : [],
      );
    },

    async renew(name) {
      const stored = await accountOf(door, pseudonym(name));
      const role = stored && (await roleOf(stored.person));
      if (stored === undefined || role === undefined) return { outcome: 'unknown' };
      const password = newPassword();
      await renewAccount(door, stored.id, await work.hash(password));
      return { operator: stored.person, role, password };
    },

    async remove(operator) {
      const stored = await accountOfPerson(door, operator);
      if (stored === undefined) return { outcome: 'unknown' };
      await dismiss(avow, operator);
      await removeAccount(door, stored.id);
      return { outcome: 'removed' };
    },

    async signIn({ name, password, caller, cookie: came }) {
      // A name of another form is nobody's, which everybody may know.
      const malformed = invalid({ name: nameForm.test(name) ? undefined : 'malformed' });
      if (malformed !== undefined) return malformed;
      const whose = pseudonym(name);
      const wait = needed.tries.compare(whose, caller);
      return wait ?? enter(needed, whose, String(password), came);
    },

    secondFactor: { begin, finish, prove },
    changePassword: changePasswordWith(needed),

    async whoIs(came) {
      const found = await presented(needed, came);
      if (found === undefined) return undefined;
      const operator = found.whose.person;
      const role = await roleOf(operator);
      if (role === undefined || !(await isActive(avow, operator))) return undefined;
      return found.whose.hasSecondFactor
        ? { state: 'in', operator, role }
        : { state: 'must-enrol' };
    },

    signOut: signOutWith(needed),
    close: () => database.close(),
  };

  async function roleOf(operator: PersonId): Promise<Role | undefined> {
    const stored = (await accountsWithRole(door)).find(({ person }) => person === operator);
    return isRole(stored?.role) ? stored.role : undefined;
  }
}

const isRole = (role: unknown): role is Role => (roles as readonly unknown[]).includes(role);

/** Letters and digits that are told apart when they are read aloud; 24 of them are 118 bits. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const newPassword = () =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join(''),
  ).join('-');

const isActive = async ({ subjects }: AnyAvow, operator: PersonId) =>
  (await subjects.get(operator))?.state === 'active';

/** Operators accept no agreement of users; their cookie is decided like anybody's. */
async function admit(avow: AnyAvow, operator: PersonId, cookie: string): Promise<void> {
  if (!(await isActive(avow, operator))) {
    throw new Unadmitted({ outcome: 'not-admitted', why: 'standing' });
  }
  const { permitted } = await avow.cookies.set({ person: operator, name: cookie });
  if (!permitted) throw new Unadmitted({ outcome: 'not-admitted', why: 'cookie' });
}

/** Ends what somebody may do at the desk, before their cookies: nobody is left who could do it without a trace. */
async function dismiss(avow: AnyAvow, operator: PersonId): Promise<void> {
  const staff = await avow.desk.staff.list();
  if (staff.includes(operator)) await avow.desk.staff.dismiss({ operator });
}
