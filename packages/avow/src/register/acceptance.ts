import type { EvidenceRow } from '@avow/vault';
import type { ReadOf } from '../rows/reading.ts';
import { reference } from './reference.ts';

/** What was bound, as it was shown: digests, base64url. */
export interface AcceptanceBody {
  readonly policy: string;
  readonly language: string;
  readonly texts: Readonly<Record<'service-agreement' | 'site-rules' | 'policy', string | null>>;
}

export function acceptanceRef(person: string): string {
  return reference('acceptance', person);
}

/** The person's last word on the agreement: one row at most. */
export function acceptanceOf(person: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'ref', equals: [acceptanceRef(person), 'acceptance'], limit: 1 };
}

export function acceptanceFrom(row: EvidenceRow): AcceptanceBody {
  return JSON.parse(row.body) as AcceptanceBody;
}
