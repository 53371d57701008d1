import { randomBytes } from 'node:crypto';
import { createConnection } from 'node:net';
import { text } from 'node:stream/consumers';
import { inject } from 'vitest';
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
}

/** A new and empty database on the run's server, or on another; its connection string. */
export async function newDatabase(server?: string): Promise<string> {
  const name = `avow_${randomBytes(6).toString('hex')}`;
  const url = databaseAt(server ?? (await serverUrl()), name);
  await makeIt(url);
  return url;
}

/** The folder that holds all files of a database's server. */
export async function dataFolder(url: string): Promise<string> {
  const [row] = await administer(url, 'SHOW data_directory');
  return (row as { data_directory: string }).data_directory;
}
