import { readFileSync } from 'node:fs';
import type { Matter } from '@avow/centre';
import type { Policy } from '@avow/policy';
import { type Avow, isAvowFault } from 'avow';
import { UsageError } from '../../arguments/usage.ts';

type Vocabulary = Policy['vocabulary'];

/** What people are asked to allow, from a file: refused at the start, not when somebody is asked. */
export function mattersIn(avow: Avow<Vocabulary>, file: string): readonly Matter<Vocabulary>[] {
  const given = read(file);
  if (!Array.isArray(given)) throw unfit('holds a list');
  const { languages } = avow.policy.current().policy.vocabulary;
  for (const [at, each] of given.entries()) {
    const matter = `[${at}]`;
    if (typeof each !== 'object' || each === null) throw unfit(`${matter} is an object`);
    const { name, asks, title, lead, party, action, purposes, categories } = each;
    if (!/^[a-z0-9-]+$/.test(String(name))) {
      throw unfit(`${matter}.name is lower-case letters, digits and hyphens`);
    }
    if (asks !== 'permission' && asks !== 'objection') {
      throw unfit(`${matter}.asks is "permission" or "objection"`);
    }
    if (!Array.isArray(purposes) || purposes.length === 0 || !Array.isArray(categories)) {
      throw unfit(`${matter}.purposes and ${matter}.categories are lists of words of the policy`);
    }
    for (const language of languages) {
      if ([title, lead].some((text) => typeof text?.[language] !== 'string')) {
        throw unfit(`${matter}.title and ${matter}.lead are said in ${languages.join(', ')}`);
      }
      asked(avow, matter, { party, action, purposes, categories, language });
    }
  }
  return given as Matter<Vocabulary>[];
}

/** Puts the question once, so that a word that the policy lacks is found now. */
function asked(
  avow: Avow<Vocabulary>,
  matter: string,
  choice: Parameters<Avow<Vocabulary>['consents']['question']>[0],
): void {
  try {
    avow.consents.question(choice);
  } catch (fault) {
    if (isAvowFault(fault)) throw unfit(`${matter}: ${fault.message}`);
    throw fault;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: what a file holds, looked at piece by piece
function read(file: string): any {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw unfit('names a JSON file that can be read');
  }
}

const unfit = (what: string) => new UsageError(`AVOW_CENTRE_MATTERS ${what}.`);
