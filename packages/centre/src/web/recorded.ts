/** What an entry of the log tells of a decision or a record, from its bytes. */
export type Recorded =
  | {
      readonly kind: 'decision';
      readonly action: string;
      readonly purpose: string;
      readonly recipient: string;
      readonly categories: readonly string[];
      readonly permitted: boolean;
    }
  | { readonly kind: 'evidence'; readonly evidence: string; readonly state: string };

interface Body {
  readonly kind?: unknown;
  readonly action?: unknown;
  readonly purpose?: unknown;
  readonly recipient?: unknown;
  readonly cells?: readonly (readonly [category: string, ...facts: unknown[]])[];
  readonly permitted?: unknown;
  readonly evidence?: unknown;
  readonly state?: unknown;
}

/** Reads the body of an entry of our own log, base64; undefined for entries that speak of nobody. */
export function recorded(body: string): Recorded | undefined {
  const found = JSON.parse(Buffer.from(body, 'base64').toString('utf8')) as Body;
  switch (found.kind) {
    case 'decision':
      return {
        kind: 'decision',
        action: String(found.action),
        purpose: String(found.purpose),
        recipient: String(found.recipient),
        categories: (found.cells ?? []).map(([category]) => category),
        permitted: found.permitted === true,
      };
    case 'evidence':
      return { kind: 'evidence', evidence: String(found.evidence), state: String(found.state) };
    default:
      return undefined;
  }
}
