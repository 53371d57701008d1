import type { Connection } from './http/connection.ts';
import { list, moment, text, textOrNone, texts, wireOf } from './http/shape.ts';

/** What was handed over to this party, and is not closed. It names no person, and holds no value to read. */
export interface Handed {
  readonly disclosure: string;
  /** A JWE in compact serialisation; undefined if everything in it is read through the platform. */
  readonly jwe: string | undefined;
  /** The categories that are sealed in it. */
  readonly sealed: readonly string[];
  /** Those that are read through the platform, each time. */
  readonly online: readonly string[];
  /** The act by which it was handed over, what for, and on account of which order. */
  readonly action: string;
  readonly purpose: string;
  readonly order: string | undefined;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** How many are asked for at a time. */
const PAGE = 100;

/** All of them after `after`, in the order of their ids, asked for page by page as they are wanted. */
export async function* handedTo(
  platform: Connection,
  after: string | undefined,
): AsyncGenerator<Handed, void, undefined> {
  let from = after;
  do {
    const { body } = await platform.get('/v1/partner/disclosures', {
      after: from,
      limit: `${PAGE}`,
    });
    yield* list(body, 'disclosures').map(handedIn);
    const next = textOrNone(body, 'next');
    // A page that leads to itself would never end.
    from = next === from ? undefined : next;
  } while (from !== undefined);
}

function handedIn(value: unknown): Handed {
  const wire = wireOf(value, 'disclosures');
  return {
    disclosure: text(wire, 'disclosure'),
    jwe: textOrNone(wire, 'jwe'),
    sealed: texts(wire, 'sealed'),
    online: texts(wire, 'online'),
    action: text(wire, 'action'),
    purpose: text(wire, 'purpose'),
    order: textOrNone(wire, 'order'),
    at: moment(wire, 'at'),
  };
}
