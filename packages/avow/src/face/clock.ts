/** How the machine's clock stands to what is known of the time. */
export interface ClockStanding {
  /**
   * By how many ms it jumped ahead while this process ran. If that is more than a day it is not
   * believed: writes are refused (`AVOW_CLOCK`) until it is put right, or started again. Else 0.
   */
  readonly ahead: number;
  /** By how many ms it is behind what is on record. Time stands still until it has caught up. Else 0. */
  readonly behind: number;
  /**
   * Time without an entry, over 30 days, that a start found. Until somebody says that it is true,
   * nothing that is past its time is removed. Epoch ms.
   */
  readonly gap: { readonly from: number; readonly to: number } | undefined;
}

/** The clock, by which retention is reckoned, so that what is removed on its word is due. */
export interface Clockwork {
  standing(): Promise<ClockStanding>;
  /** Says that the clock is right and the gap true; `wasInDoubt` tells whether anybody had asked. */
  confirm(): Promise<{ readonly wasInDoubt: boolean }>;
}
