import { resolve } from 'node:path';
import { type Environment, type SignedIn, signedInAt } from '../signed-in.ts';

/** What the environment says of the privacy centre, and of the platform that signs its people in. */
export interface CentreSettings extends SignedIn {
  /** The file of what people are asked to allow. */
  readonly matters: string | undefined;
}

/** Reads them; undefined if there is to be no centre. */
export function centreIn(environment: Environment, here: string): CentreSettings | undefined {
  const place = { prefix: 'AVOW_CENTRE', called: 'centre', at: '/me' } as const;
  const found = signedInAt(environment, place);
  const { AVOW_CENTRE_MATTERS: matters } = environment;
  return found && { ...found, matters: matters ? resolve(here, matters) : undefined };
}
