import { type Environment, type SignedIn, signedInAt } from '../signed-in.ts';

/** What the environment says of the console, and of the platform that signs its operators in. */
export type ConsoleSettings = SignedIn;

/** Reads them; undefined if there is to be no console. */
export const consoleIn = (environment: Environment): ConsoleSettings | undefined =>
  signedInAt(environment, { prefix: 'AVOW_CONSOLE', called: 'console', at: '/console' });
