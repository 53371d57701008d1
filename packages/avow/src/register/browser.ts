import type { EvidenceRow } from '@avow/vault';
import type { ReadOf } from '../rows/reading.ts';
import { reference } from './reference.ts';

/** What the person's browser was found to do, when it last came. */
export interface BrowserBody {
  readonly blocks: boolean;
  readonly signals: boolean;
}

/** Of a browser that nobody looked at. */
export const unseen: BrowserBody = { blocks: false, signals: false };

export function browserRef(person: string): string {
  return reference('browser', person);
}

/** The newest finding about a person's or device's browser: one row at most. */
export function browserOf(person: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'ref', equals: [browserRef(person), 'browser'], limit: 1 };
}

export function browserFrom(row: EvidenceRow): BrowserBody {
  return JSON.parse(row.body) as BrowserBody;
}
