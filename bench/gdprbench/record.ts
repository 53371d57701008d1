import { javaHash } from './hash.ts';

/** The vocabulary of GDPRbench: what record k says is a function of k. */
export const vocabulary = {
  pur: ['ads', '2fa', 'msg', 'backup'],
  usr: [
    ...['alice', 'bob', 'carol', 'dave', 'erin', 'frank', 'grace', 'heidi', 'ivan', 'judy'],
    ...['kim', 'laura', 'mallory', 'nick', 'olivia', 'peggy', 'quinn', 'rupert', 'sybil', 'trent'],
    ...['uma', 'victor', 'wendy', 'xavier', 'yves', 'zoe'],
  ],
  obj: ['religion', 'sports', 'yoga', 'drugs', 'alcohol', 'dairy'],
  dec: ['allow', 'disallow', 'inform'],
  acl: ['ads', 'billing', 'infra', 'emergency', 'sales', 'marketing', 'backup', 'social'],
  shr: ['NULL', 'facebook', 'twitter', 'linkedin', 'reddit', 'instagram', 'whatsapp'],
  src: ['direct', 'facebook', 'google', 'twitter', 'unknown'],
  cat: ['contact', 'ssn', 'medical', 'finance', 'work', 'shopping', 'internet', 'social'],
} as const;

/** Seconds that a record is kept, by k modulo 10. */
export const lives = [30, 10e3, 12e3, 14e3, 16e3, 18e3, 20e3, 22e3, 24e3, 1e6] as const;

export type Metadata = { readonly [N in keyof typeof vocabulary]: string };

/** What a record is when it comes in; `ttl` in seconds. */
export interface NewRecord extends Metadata {
  readonly key: string;
  readonly ttl: number;
  readonly data: string;
}

/** What a record is once it is kept; `expires` in epoch milliseconds. */
export interface Kept extends Metadata {
  readonly key: string;
  readonly expires: number;
  readonly data: string;
}

const LENGTH = 100;

export function keyOf(k: number): string {
  return `key${k}`;
}

export function recordOf(k: number): NewRecord {
  const at = <T>(choices: readonly T[]): T => choices[k % choices.length]!;
  const { pur, usr, obj, dec, acl, shr, src, cat } = vocabulary;
  const metadata = {
    pur: at(pur),
    usr: at(usr),
    obj: at(obj),
    dec: at(dec),
    acl: at(acl),
    shr: at(shr),
    src: at(src),
    cat: at(cat),
  };
  return { key: keyOf(k), ...metadata, ttl: at(lives), data: dataOf(k) };
}

/** Data(k): over and over k and the hash of what there is so far, to 100 characters. */
export function dataOf(k: number): string {
  let data = '';
  while (data.length < LENGTH) {
    data += String(k);
    data += String(javaHash(data));
  }
  return data.slice(0, LENGTH);
}

export function keptFrom({ ttl, ...record }: NewRecord, now: number): Kept {
  return { ...record, expires: now + ttl * 1_000 };
}
