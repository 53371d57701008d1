/**
 * What somebody is written to about: they were suspended for harvesting, or what came of that; a violation of theirs
 * was upheld, or what came of that; a request or an appeal of theirs at the desk was answered; a leak of theirs was
 * reported, measures were taken, others' information was with whom it may have come from, the case is closed.
 */
export type AlertAbout =
  | 'suspended'
  | 'upheld'
  | 'dismissed'
  | 'terminated'
  | 'reversed'
  | 'violationUpheld'
  | 'violationDismissed'
  | 'violationReversed'
  | 'answered'
  | 'leakReported'
  | 'leakContained'
  | 'leakConcerned'
  | 'leakClosed';

/** One message, which names nobody and nothing of theirs. */
export interface Alert {
  readonly about: AlertAbout;
  /** Whether the account waits for new credentials. */
  readonly needsReset: boolean;
}

/**
 * **Alerts**: mail to people about their own safety, each by a decision of its own (`message` for purpose
 * `security`), which goes to somebody suspended as well. Nobody is written to twice about the same. What
 * this process decided goes out within a minute, what another did within an hour.
 */
export interface Alerts {
  /** Sends what waits now; resolves to how many were tried. */
  send(): Promise<number>;
}
