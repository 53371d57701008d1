import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { inject } from 'vitest';
import { made } from './made.ts';
import { administer } from './server.ts';

let asked: Promise<string> | undefined;

/** The connection string of the run's server, which the first who asks starts. */
export function serverUrl(): Promise<string> {
  asked ??= text(createConnection(inject('postgres'), '127.0.0.1'));
  return asked;
}

/** The connection string of another database on the same server. */
export function databaseAt(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: name }).href;
}

/** Makes the database that a connection string names. */
export async function makeIt(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await administer(databaseAt(url, 'postgres'), `CREATE DATABASE ${name}`);
  // A server of a test's own goes with all that it has.
  if (asked !== undefined && new URL(await asked).host === new URL(url).host) made.add(url);
}

/** A new and empty database on the run's server, or on another; its connection string. */
export async function newDatabase(server?: string): Promise<string> {
  const name = `avow_${randomBytes(6).toString('hex')}`;
  const url = databaseAt(server ?? (await serverUrl()), name);
  await makeIt(url);
  return url;
}

/**
 * The files and folders in which something of a database may stand: all that its server has, but for the
 * files of other databases, of which a run of tests makes hundreds.
 */
export async function placesOf(url: string): Promise<readonly string[]> {
  const text = `SELECT setting AS folder, (SELECT oid FROM pg_database WHERE datname = current_database())
                FROM pg_settings WHERE name = 'data_directory'`;
  const [row] = await administer(url, text);
  const { folder, oid } = row as { folder: string; oid: number };
  const inBase = readdirSync(join(folder, 'base')).filter((name) => !isAnother(name, oid));
  const beside = readdirSync(folder).filter((name) => name !== 'base');
  return [...beside, ...inBase.map((name) => join('base', name))].map((name) => join(folder, name));
}

/** Each database has a folder, which its number names. */
function isAnother(name: string, oid: number): boolean {
  return /^\d+$/.test(name) && name !== String(oid);
}
