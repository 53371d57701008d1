import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MarketWords, policy } from '@avow/policy-market';
import { type Avow, createAvow } from 'avow';
import { onTestFinished } from 'vitest';
import {
  type Accounts,
  type AccountsOptions,
  type Inbox,
  inbox,
  openAccounts,
  passwords,
} from '../src/index.ts';

const root = createSecretKey(randomBytes(32));

export const pages = {
  confirm: '/join/confirm',
  signIn: '/login',
  reset: '/login/reset',
  confirmAddress: '/mine/address/confirm',
  report: '/report',
  freeze: '/freeze',
} as const;

/** Generous, so that only the tests that are about limits meet one. */
const unlimited = { perSecond: 1_000, burst: 1_000 };

/** A library, accounts over it, and the mail that they send. */
export interface Place {
  readonly folder: string;
  readonly avow: Avow<MarketWords>;
  readonly accounts: Accounts;
  readonly inbox: Inbox;
  readonly faults: unknown[];
}

export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'avow-accounts-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** The engine that this run of the tests is on: `AVOW_ENGINE=postgres`, or SQLite. */
export const onPostgres = process.env['AVOW_ENGINE'] === 'postgres';

const made = new Map<string, Promise<string>>();

/** Where a folder's deployment has these accounts: in it, or in a database. */
export function databaseOf(at: string, name: string): Promise<string> | string {
  if (!onPostgres) return join(at, 'data', `${name}.db`);
  const database = made.get(at) ?? newDatabaseThere();
  made.set(at, database);
  return database;
}

async function newDatabaseThere(): Promise<string> {
  const { newDatabase } = await import('../../vault/test/postgres/database.ts');
  return newDatabase();
}

type Options = Partial<AccountsOptions<MarketWords>>;

/** Opens one that lasts until the test is over, or until it is closed. */
export async function open(options: Options = {}, at = folder()): Promise<Place> {
  const avow = await createAvow({
    policy,
    database: join(at, 'data', 'avow.db'),
    keys: { rootKey: async () => root, source: 'this test' },
  });
  const mail = inbox();
  const faults: unknown[] = [];
  const accounts = await openAccounts({
    avow,
    database: await databaseOf(at, 'accounts'),
    origin: 'https://harbour.example',
    pages,
    mail,
    cookie: 'market_session',
    limits: { account: unlimited, caller: unlimited, mail: unlimited },
    fault: (problem) => void faults.push(problem),
    ...options,
  });
  onTestFinished(async () => {
    await accounts.close();
    await avow.close();
  });
  return { folder: at, avow, accounts, inbox: mail, faults };
}

/** Closes and opens again, as a new process would. */
export async function restart(place: Place, options: Options = {}): Promise<Place> {
  await place.accounts.close();
  await place.avow.close();
  return open(options, place.folder);
}

export const mei = {
  kind: 'person',
  address: 'Mei.Lin@example.net',
  password: 'a heron stands still',
  fields: { 'contact.name': '林美', 'contact.phone': '+86 139 0000 1111' },
  accepted: true,
  language: 'zh-CN',
  country: 'CN',
} as const;

/** The token in the newest message to somebody. */
export function tokenTo({ inbox }: Pick<Place, 'inbox'>, address: string): string {
  const message = inbox.received.find(({ to }) => to.toLowerCase() === address.toLowerCase());
  const link = message && /https:\S+/.exec(message.text)?.[0];
  const token = link && new URL(link).searchParams.get('token');
  if (!token) throw new Error('no message with a token');
  return token;
}

/** Signs up and confirms; answers the header to present from then on. */
export async function joined(
  place: Place,
  who: typeof mei | Parameters<Accounts['signUp']>[0] = mei,
) {
  const { accounts } = place;
  await accounts.signUp(who);
  await accounts.settled();
  if (place.faults.length > 0) throw place.faults[0];
  const token = tokenTo(place, who.address);
  const entered = await accounts.confirm({ token, password: who.password });
  if (entered.outcome !== 'in') throw new Error(`not in: ${entered.outcome}`);
  return { person: entered.person, cookie: presenting(entered.setCookie) };
}

/** What a browser presents of a cookie that was set. */
export const presenting = (setCookie: string): string => setCookie.split(';', 1)[0] as string;

export { passwords };
