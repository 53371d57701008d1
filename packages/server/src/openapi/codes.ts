import type { Code } from '../http/catalogue.ts';
import type { Route } from '../http/endpoint.ts';

const always: readonly Code[] = [
  'AVOW_REQUEST_INVALID',
  'AVOW_TEXT_UNSOUND',
  'AVOW_RATE_LIMITED',
  'AVOW_INTERNAL',
];
const keyed: readonly Code[] = [
  'AVOW_KEY_MISSING',
  'AVOW_KEY_REFUSED',
  'AVOW_SCOPE_MISSING',
  'AVOW_INPUT',
  'AVOW_BUSY',
  'AVOW_UNCERTAIN',
  'AVOW_STOPPING',
];
const ofParty: readonly Code[] = [
  'AVOW_TOKEN_MISSING',
  'AVOW_TOKEN_REFUSED',
  ...keyed.filter((code) => !code.startsWith('AVOW_KEY') && code !== 'AVOW_SCOPE_MISSING'),
];
const bodied: readonly Code[] = [
  'AVOW_BODY_TYPE',
  'AVOW_BODY_TOO_LARGE',
  'AVOW_BODY_MALFORMED',
  'AVOW_BODY_TOO_DEEP',
  'AVOW_BODY_DUPLICATE_NAME',
];
const streamed: readonly Code[] = ['AVOW_BODY_TYPE', 'AVOW_BODY_CUT_OFF'];
const written: readonly Code[] = ['AVOW_IDEMPOTENCY_KEY_MISSING', 'AVOW_IDEMPOTENCY_MISMATCH'];

/** What every route of a kind may answer with, by what makes it one of that kind. */
export const shared: readonly { readonly of: string; readonly codes: readonly Code[] }[] = [
  { of: 'Every route', codes: always },
  { of: 'A route that asks for a key', codes: keyed },
  { of: 'A route for a party', codes: ofParty },
  { of: 'A route that takes a body', codes: bodied },
  { of: 'A route that reads a stream', codes: streamed },
  { of: 'A write', codes: written },
];

/** The codes that a route answers with: those of every route of its kind, and its own. */
export function codesOf(route: Route): readonly Code[] {
  return [
    ...new Set([
      ...always,
      ...(route.scope === 'public' ? [] : route.scope === 'partner' ? ofParty : keyed),
      ...(route.body ? bodied : []),
      ...(route.streams ? streamed : []),
      ...(route.write ? written : []),
      ...(route.codes ?? []),
    ]),
  ];
}
