import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { type Policy, readPolicy } from '@avow/policy';
import { UsageError } from '../arguments/usage.ts';
import { locate } from './locate.ts';

/** A policy, and the file that it came from. */
export interface Loaded {
  readonly policy: Policy;
  readonly file: string;
}

/**
 * Loads the policy that someone named on the command line: a folder, a module or a `.json` file.
 * A module is run, as Node runs it. Whatever comes of it is read as a stored policy is, so that what
 * has not been made by `definePolicy` is held to the same terms.
 */
export async function loadPolicy(named: string, from: string): Promise<Loaded> {
  const file = locate(named, from);
  const found = file.endsWith('.json') ? await readFile(file, 'utf8') : await exported(file, named);
  return { policy: readPolicy(found), file };
}

async function exported(file: string, named: string): Promise<unknown> {
  const module: { readonly default?: unknown; readonly policy?: unknown } = await import(
    pathToFileURL(file).href
  );
  const policy = module.default ?? module.policy;
  if (policy === undefined) {
    throw new UsageError(`"${named}" exports no policy, neither as default nor as "policy".`);
  }
  return policy;
}
