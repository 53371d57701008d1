/** The command was not used as it is meant to be, or names something that is not there. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'AVOW_USAGE';
}
