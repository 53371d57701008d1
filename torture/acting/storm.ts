import type { Storm } from './actor.ts';
import type { Kind } from './deed.ts';

/** When a blow falls: at a request of a kind, some way into the time that such a request takes. */
export interface Aim {
  readonly kind: Kind;
  /** The how manieth request of that kind. */
  readonly nth: number;
  /** 0: when it is sent; 1: after half as long again as such a request usually takes. */
  readonly fraction: number;
}

/** How long requests of each kind take, as far as is known. Kept from storm to storm. */
export type Usual = Map<Kind, number>;

export interface Aimed extends Storm {
  /** Requests that were under way when the blow fell. */
  readonly inFlight: number;
  /** Resolves when the blow has fallen. */
  readonly struck: Promise<void>;
  /** No request is begun any more. */
  end(): void;
}

/** What a request takes until it is known better: milliseconds. */
const FIRST_GUESS = 10;
/** A kind that nobody can ask for just now shall not keep the blow waiting: milliseconds. */
const PATIENCE_MS = 5_000;

/**
 * A storm into which a blow falls. It is over when the blow has fallen, or when `end` is called if
 * `goesOn`.
 */
export function aimed(
  aim: Aim,
  usual: Usual,
  strike: () => Promise<void>,
  { goesOn = false }: { readonly goesOn?: boolean } = {},
): Aimed {
  let isOver = false;
  let count = 0;
  let underWay = 0;
  let inFlight = 0;
  let isFalling = false;
  const { promise: struck, resolve, reject } = Promise.withResolvers<void>();

  function fall(): void {
    inFlight = underWay;
    isOver ||= !goesOn;
    clearTimeout(impatience);
    strike().then(resolve, reject);
  }

  function begin(): void {
    if (isFalling) return;
    isFalling = true;
    const delay = 1.5 * aim.fraction * (usual.get(aim.kind) ?? FIRST_GUESS);
    const at = performance.now() + delay;
    // A timer is no finer than a millisecond; a commit is.
    const wait = (): void => {
      if (performance.now() >= at) fall();
      else setImmediate(wait);
    };
    wait();
  }

  const impatience = setTimeout(begin, PATIENCE_MS);
  return {
    get isOver() {
      return isOver;
    },
    get wanted() {
      return isFalling ? undefined : aim.kind;
    },
    get inFlight() {
      return inFlight;
    },
    struck,
    sending(kind) {
      underWay += 1;
      if (kind === aim.kind) count += 1;
      if (count === aim.nth) begin();
    },
    answered(kind, milliseconds) {
      underWay -= 1;
      const before = usual.get(kind) ?? milliseconds;
      usual.set(kind, before * 0.8 + milliseconds * 0.2);
    },
    end() {
      isOver = true;
    },
  };
}
