import { type Environment, pathOf, type SignedIn, signedInAt } from '../signed-in.ts';

/** What the environment says of the console, and of the platform that signs its operators in. */
export interface ConsoleSettings extends SignedIn {
  /** The path of the portal, here and at the platform: where whoever holds no key takes up what was disclosed. */
  readonly portal: string;
}

/** Reads them; undefined if there is to be no console. */
export function consoleIn(environment: Environment): ConsoleSettings | undefined {
  const prefix = 'AVOW_CONSOLE';
  const found = signedInAt(environment, { prefix, called: 'console', at: '/console' });
  const name = `${prefix}_PORTAL`;
  return found && { ...found, portal: pathOf(name, environment[name] ?? '/handed', '/handed') };
}
