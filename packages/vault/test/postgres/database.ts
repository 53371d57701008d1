import { createConnection } from 'node:net';
import { text } from 'node:stream/consumers';
import { inject } from 'vitest';
import { makeDatabase } from './server.ts';

/** A new and empty database on the run's server; its connection string. */
export async function newDatabase(): Promise<string> {
  const url = await serverUrl();
  return makeDatabase((name) => Object.assign(new URL(url), { pathname: name }).href);
}

let asked: Promise<string> | undefined;

/** The connection string of the run's server, which the first who asks starts. */
export function serverUrl(): Promise<string> {
  asked ??= text(createConnection(inject('postgres'), '127.0.0.1'));
  return asked;
}
