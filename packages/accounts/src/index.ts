/** Accounts of people, whose tables say of nobody who it is. */
export { type Address, addressIn } from './address.ts';
export type * from './face.ts';
export type { AccountLimits, Wait } from './limits.ts';
export { type Inbox, inbox, type Received } from './mail/inbox.ts';
export { type InboxPage, inboxPage } from './mail/inbox-page.ts';
export type { Mail, Message } from './mail/mail.ts';
export { type SmtpOptions, smtp } from './mail/smtp.ts';
export { type AccountsOptions, openAccounts } from './open.ts';
export type * from './operators/face.ts';
export { roles } from './operators/face.ts';
export { type OperatorsOptions, openOperators } from './operators/open.ts';
export type * from './passkeys/face.ts';
export { type Passwords, passwords } from './password.ts';
export type { AccountWords } from './premises.ts';
export {
  type SubjectOf,
  type SubjectTokenOptions,
  type SubjectTokens,
  subjectTokens,
  type Untaken,
} from './subject-token/verify.ts';
