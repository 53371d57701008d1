/** Pages of accounts, to be mounted in a platform's own server and shown in its own frame. */
export { type AccountPagesOptions, accountPages } from './account-pages.ts';
export { type AskedField, type AskedFields, askedFields } from './asked.ts';
export type { FramedPage, Framing, Reader } from './frame.ts';
export type { CitedSentences, LinkedDocument } from './hall.ts';
export { type OperatorPagesOptions, operatorPages } from './operators/pages.ts';
export { type OperatorPaths, operatorPaths } from './operators/paths.ts';
export { isFromHere } from './origin.ts';
export { accountPaths, linksOf, type Paths } from './paths.ts';
export { wayBack } from './way-back.ts';
