import type { EvidenceRow } from '@avow/vault';
import type { ReadOf } from '../rows/reading.ts';
import { MOST_ROWS, reference } from './reference.ts';

/** That a party serves a person in an order, and which categories its part needs. */
interface ServiceBody {
  readonly order: string;
  readonly categories: readonly string[];
}

export function serviceRef(person: string, party: string): string {
  return reference('service', person, party);
}

/** The services of a party to a person that go on now. */
export function servicesOf(person: string, party: string): ReadOf<'evidence'> {
  const equals = [serviceRef(person, party), 'service'];
  return { table: 'evidence', by: 'ref', equals, limit: MOST_ROWS };
}

export function serviceFrom(row: EvidenceRow): ServiceBody {
  return JSON.parse(row.body) as ServiceBody;
}
