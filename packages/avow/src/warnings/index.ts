/**
 * Finds contact details and passwords in a text that somebody is about to send. Pure, and without
 * dependencies: it runs in a server and, served as it is, in a browser.
 */
export { find } from './find.ts';
export type { Warning, WarningKind, Warnings } from './warning.ts';
