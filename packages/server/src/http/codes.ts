/** What a code means to a caller. */
export interface CodeMeaning {
  /** The HTTP status it is answered with (RFC 9110 §15). */
  readonly status: ProblemStatus;
  /** The same for every occurrence (RFC 9457 §3.1.3). */
  readonly title: string;
  /** What happened and what to do, as the reference prints it. */
  readonly about: string;
}

/** The statuses that a problem can have. */
type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503;

/** Faults of the HTTP surface itself. A code keeps its meaning for ever. */
export const httpCodes = {
  AVOW_KEY_MISSING: {
    status: 401,
    title: 'An API key is needed',
    about: 'Send `Authorization: Bearer avk_…`. The key was absent or not of that form.',
  },
  AVOW_KEY_REFUSED: {
    status: 401,
    title: 'The API key is not valid',
    about: 'No such key, a wrong secret, or a key that was revoked or has expired.',
  },
  AVOW_SCOPE_MISSING: {
    status: 403,
    title: 'The API key lacks a scope',
    about: 'The key is valid but may not do this. `scope` names what it lacks.',
  },
  AVOW_TOKEN_MISSING: {
    status: 401,
    title: 'A party’s token is needed',
    about:
      'Send `Authorization: Bearer avt_…`, as `/oauth/token` answers it to a party. An API key does not open this.',
  },
  AVOW_TOKEN_REFUSED: {
    status: 401,
    title: 'The token is not valid',
    about:
      'No such token, or past its end; or the key that it was asked for with has been revoked, or the party suspended.',
  },
  AVOW_ROUTE_UNKNOWN: {
    status: 404,
    title: 'There is nothing here',
    about: 'No such route. The reference lists those that exist.',
  },
  AVOW_METHOD_UNKNOWN: {
    status: 405,
    title: 'This route does not take that method',
    about: 'The `Allow` header lists the methods that it takes.',
  },
  AVOW_REQUEST_INVALID: {
    status: 400,
    title: 'The request does not have the form that is asked for',
    about: '`errors` lists every place that is wrong. Nothing was done.',
  },
  AVOW_BODY_TYPE: {
    status: 415,
    title: 'The body is of another type',
    about:
      'Send `Content-Type: application/json`, or a type that the route names, without a content encoding.',
  },
  AVOW_BODY_CUT_OFF: {
    status: 400,
    title: 'The body broke off',
    about:
      'The connection ended before it did. What was done until then is done; ask how far it came.',
  },
  AVOW_BODY_TOO_LARGE: {
    status: 413,
    title: 'The body is too large',
    about:
      'A body may hold 256 KiB; a policy 2 MiB; what a mounted application takes is up to it. Nothing was read beyond that.',
  },
  AVOW_BODY_MALFORMED: {
    status: 400,
    title: 'The body is not JSON',
    about: 'The body must be one JSON document in UTF-8 (RFC 8259).',
  },
  AVOW_BODY_TOO_DEEP: {
    status: 400,
    title: 'The body nests too deep',
    about: 'Objects and arrays may nest 32 deep.',
  },
  AVOW_BODY_DUPLICATE_NAME: {
    status: 400,
    title: 'An object holds one name twice',
    about: 'Two readers could take such a body for two different requests, so it is refused.',
  },
  AVOW_TEXT_UNSOUND: {
    status: 400,
    title: 'A text cannot be kept as it is',
    about: 'It holds NUL or half of a surrogate pair.',
  },
  AVOW_IDEMPOTENCY_KEY_MISSING: {
    status: 400,
    title: 'A write needs an Idempotency-Key',
    about:
      'Send `Idempotency-Key` with 1 to 255 printable ASCII characters, a new one for each write and the same one for its retries.',
  },
  AVOW_RATE_LIMITED: {
    status: 429,
    title: 'Too many requests',
    about:
      'Nothing was done. `Retry-After` says in how many seconds to try again; `limit` says what was counted: the requests of the API key, or those of the address.',
  },
  AVOW_REGION_UNREACHED: {
    status: 503,
    title: 'The other region cannot be asked',
    about: 'Its deployment does not answer, or answers something else. Nothing was kept.',
  },
  AVOW_STOPPING: {
    status: 503,
    title: 'The server is stopping',
    about: 'Nothing was done. Try again, with the same Idempotency-Key.',
  },
  AVOW_INTERNAL: {
    status: 500,
    title: 'Something failed here',
    about: 'The fault is ours. The log names it under the `instance` of the problem.',
  },
} as const satisfies Record<string, CodeMeaning>;

/** A code of the HTTP surface itself. */
export type HttpCode = keyof typeof httpCodes;
