import { choice } from './choice.ts';
import { guard } from './guard.ts';
import type { State } from './state.ts';

/** Put before this script by the server that sends it. */
declare const avow: State;

guard(avow);
void choice(avow);
