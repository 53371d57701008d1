import type { FaultCode as PolicyCode } from '@avow/policy';
import type { FaultCode as VaultCode } from '@avow/vault';
import type { AvowCode } from 'avow';
import { type CodeMeaning, type HttpCode, httpCodes } from './codes.ts';

/** Every code that a problem can carry. */
export type Code = HttpCode | AvowCode | PolicyCode | VaultCode;

const ours = 'The fault is ours. Nothing of the request was kept.';

/**
 * The one place that maps a code to an HTTP problem. A code added to any package does not compile
 * until it has its meaning here, and with it its place in the reference.
 */
export const catalogue: Readonly<Record<Code, CodeMeaning>> = {
  ...httpCodes,

  AVOW_INPUT: {
    status: 422,
    title: 'A value cannot be used',
    about: '`errors` names the argument; it was understood, but cannot be what it must be.',
  },
  AVOW_UNKNOWN_WORD: {
    status: 422,
    title: 'The policy has no such word',
    about:
      'A purpose, category, action or recipient that the policy lacks, or one with others below it where a single one is wanted. `/policy.json` lists the vocabulary.',
  },
  AVOW_UNKNOWN_LANGUAGE: {
    status: 422,
    title: 'The policy is not written in that language',
    about: '`/policy.json` lists its languages.',
  },
  AVOW_NOT_FOUND: {
    status: 404,
    title: 'Nothing is kept under that name',
    about: 'No such subject, consent, engagement, order or entry.',
  },
  AVOW_UNKNOWN: {
    status: 404,
    title: 'Nothing is kept under that name',
    about: 'No such person, record or entry.',
  },
  AVOW_ERASED: {
    status: 410,
    title: 'The person has been erased',
    about: 'Nothing is done about them any more; their receipt still verifies.',
  },
  AVOW_EXISTS: {
    status: 409,
    title: 'There is already one of that name',
    about: 'Names of orders and versions of documents are given once.',
  },
  AVOW_TAKEN: {
    status: 409,
    title: 'The value belongs to somebody else already',
    about: 'A value by which a person is found must be theirs alone. `errors` names the category.',
  },
  AVOW_STATE: {
    status: 409,
    title: 'Not in this state',
    about:
      'Such as an order that is closed, an engagement that has ended, or a drill where the server was told of no backups.',
  },
  AVOW_TOO_MANY: {
    status: 409,
    title: 'More than can be kept of one thing',
    about:
      'For one person, party or order, named in `errors`. Nothing was done: once some of it is answered, closed or ended there is room again.',
  },
  AVOW_CONFLICT: {
    status: 409,
    title: 'Something changed in between',
    about: 'Nothing was done. Read again and try again.',
  },
  AVOW_IDEMPOTENCY_MISMATCH: {
    status: 422,
    title: 'The Idempotency-Key came with another request before',
    about: 'Nothing was done. Take a new key for a new write.',
  },
  AVOW_TOO_LARGE: {
    status: 413,
    title: 'More than a record can hold',
    about: 'Nothing was kept.',
  },
  AVOW_INVALID: {
    status: 422,
    title: 'A value that cannot be kept',
    about: 'It holds NUL, half of a surrogate pair, or a number beyond what is exact.',
  },
  AVOW_POLICY_INVALID: {
    status: 422,
    title: 'The policy is not well formed',
    about: '`avow check` lists everything that is wrong with it.',
  },
  AVOW_POLICY_UNREADABLE: {
    status: 422,
    title: 'The document is not a policy',
    about: 'It does not have the shape that `/policy.json` shows.',
  },
  AVOW_POLICY_LIMIT: {
    status: 422,
    title: 'The policy is beyond a limit',
    about: 'One decision would need more than 32 facts or 64 alternatives.',
  },
  AVOW_BUSY: {
    status: 503,
    title: 'Too much at once',
    about:
      'A queue is full: of writes, or of passwords to be checked. Nothing was done; `Retry-After` says when to try again.',
  },
  AVOW_UNSETTLED: {
    status: 503,
    title: 'The records kept changing',
    about: 'Nothing was done. Try again, with the same Idempotency-Key.',
  },
  AVOW_UNFINISHED: {
    status: 503,
    title: 'The erasure is not finished yet',
    about:
      'It is decided and on record. Ask again, with the same Idempotency-Key, until it is answered: only then are the keys gone.',
  },
  AVOW_UNCERTAIN: {
    status: 503,
    title: 'Whether it was kept is not known',
    about: 'The store failed while committing. Retry with the same Idempotency-Key to find out.',
  },
  AVOW_CLOCK: {
    status: 503,
    title: 'The clock of the server is in doubt',
    about: 'It has jumped ahead. Nothing was done; try again once it has been put right.',
  },
  AVOW_CLOSED: {
    status: 503,
    title: 'The store is closed',
    about: 'The server is stopping. Try again, with the same Idempotency-Key.',
  },
  AVOW_STORE: { status: 500, title: 'The store failed', about: ours },
  AVOW_LOCKED: { status: 500, title: 'The store is open elsewhere', about: ours },
  AVOW_SCHEMA: { status: 500, title: 'The store has another form', about: ours },
  AVOW_DURABILITY: { status: 500, title: 'The store does not keep what it says', about: ours },
  AVOW_UNRECORDED: { status: 500, title: 'A change without a record was stopped', about: ours },
  AVOW_SEAL: { status: 500, title: 'A sealed record does not open', about: ours },
  AVOW_KEYRING: { status: 500, title: 'The root key cannot be had', about: ours },
  AVOW_BACKUP: { status: 500, title: 'The backup cannot be used', about: ours },
  AVOW_ESCROW: { status: 500, title: 'The escrow cannot be used', about: ours },
  AVOW_TOMBSTONES: { status: 500, title: 'The list of erased people is missing', about: ours },
  AVOW_ROLLED_BACK: { status: 500, title: 'The log is older than it was', about: ours },
  AVOW_ANCHOR: { status: 500, title: 'The anchored checkpoint is not there', about: ours },
  AVOW_UNFIT: {
    status: 422,
    title: 'The policy does not keep what it says',
    about:
      'It breaks a promise of its own, or `avow check` finds an error, in the sentences that are named. The version before stays in force.',
  },
  AVOW_UNANNOUNCED: {
    status: 409,
    title: 'The version has to be announced first',
    about:
      'People accepted the one before, and this one permits or keeps more, promises less, or drops a category. Announce it, with a summary, a date and channels.',
  },
  AVOW_STORED: {
    status: 409,
    title: 'The version drops a category of which something is stored',
    about:
      'The detail names each such category and how many records there are. Erase them first, or keep the word.',
  },
  AVOW_OPTIONS: { status: 500, title: 'The server is not set up rightly', about: ours },
};

/** Whether a word is a code of ours. */
export function isCode(word: unknown): word is Code {
  return typeof word === 'string' && Object.hasOwn(catalogue, word);
}
