import type { AccountPages } from '../face.ts';

/** Where the pages of people's accounts are. */
export interface Paths {
  readonly join: string;
  readonly declined: string;
  /** Look in your mail: after joining, and after asking for a new password. */
  readonly sent: string;
  readonly confirm: string;
  /** Where somebody comes who has just confirmed: a page of the platform's. */
  readonly joined: string;
  readonly login: string;
  readonly code: string;
  readonly passkey: string;
  /** The first page after logging in, which finds out whether the browser kept the cookie. */
  readonly kept: string;
  readonly forgotten: string;
  readonly forgottenSent: string;
  readonly reset: string;
  /** What to do for somebody whose account was changed by somebody else. */
  readonly notMe: string;
  /** Where a leak is reported, logged in or not; where an account is frozen by a link. */
  readonly leak: string;
  readonly leakSent: string;
  readonly freeze: string;
  /** Where somebody who was suspended appeals. */
  readonly suspended: string;
  readonly logout: string;
  /** The account's own pages begin here. */
  readonly account: string;
  readonly address: string;
  readonly addressSent: string;
  readonly addressConfirm: string;
  readonly password: string;
  readonly factor: string;
  readonly passkeys: string;
  readonly sessions: string;
  /** The one script, which only passkeys need. */
  readonly script: string;
}

export const accountPaths: Paths = {
  join: '/join',
  declined: '/join/declined',
  sent: '/join/sent',
  confirm: '/join/confirm',
  joined: '/',
  login: '/login',
  code: '/login/code',
  passkey: '/login/passkey',
  kept: '/login/kept',
  forgotten: '/login/forgotten',
  forgottenSent: '/login/forgotten/sent',
  reset: '/login/reset',
  notMe: '/login/not-me',
  leak: '/login/leak',
  leakSent: '/login/leak/sent',
  freeze: '/login/freeze',
  suspended: '/login/suspended',
  logout: '/logout',
  account: '/account',
  address: '/account/address',
  addressSent: '/account/address/sent',
  addressConfirm: '/account/address/confirm',
  password: '/account/password',
  factor: '/account/second-factor',
  passkeys: '/account/passkeys',
  sessions: '/account/sessions',
  script: '/account/passkey.js',
};

/** Where the links in messages lead, for `openAccounts`. */
export const linksOf = (paths: Paths): AccountPages => ({
  confirm: paths.confirm,
  signIn: paths.login,
  reset: paths.reset,
  confirmAddress: paths.addressConfirm,
  report: paths.notMe,
  freeze: paths.freeze,
});
