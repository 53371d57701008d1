import type { Mail } from '../mailing/mail.ts';

/** A way to send campaigns by mail. */
export interface CampaignWay {
  readonly mail: Mail;
  /** The policy's category of the address that they go to. */
  readonly address: string;
  /** The platform, as it calls itself in a language. */
  readonly name: (language: string) => string;
  /**
   * The address that a token is asked at, such as `https://market.example/unsubscribe/<token>`: a POST to it
   * unsubscribes, a GET shows a button. `@avow/server` answers at `/unsubscribe/`.
   */
  readonly unsubscribe: (token: string, language: string) => string;
  /** Where a person says what else they want. */
  readonly choices: (language: string) => string;
  /** Messages a minute that each process sends at most. Default 600. */
  readonly perMinute?: number;
}
