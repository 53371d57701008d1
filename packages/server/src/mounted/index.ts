/**
 * What pages have in common that a platform mounts beside its own: forms as they are read and sent once,
 * whether they came from here, files, what is told of a fault, of measures, and of what the policy says.
 */
export { codeOf, isSentBefore } from './fault.ts';
export { file } from './file.ts';
export { type Form, keyOf, MalformedForm, once, postedIn, readForm, readTicked } from './form.ts';
export { measuresTold } from './measures.ts';
export { isFromHere } from './origin.ts';
export {
  type Decision,
  decisionTold,
  type PolicyReading,
  sentenceCited,
  sentenceSaid,
} from './said.ts';
