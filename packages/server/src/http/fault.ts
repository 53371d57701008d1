import type { Code } from './catalogue.ts';

/** One thing wrong with a request: where, never what stood there. */
export interface FieldError {
  /** Absent where the library found it: it knows an argument's name, not how it came in. */
  readonly in?: Place;
  /** RFC 6901, from the root of the body; or the name of the parameter or header behind a slash. */
  readonly pointer: string;
  /** A stable word for what is wrong, such as `too-long`. */
  readonly code?: string;
  readonly detail?: string;
}

/** The parts of a request in which something can be wrong. */
export type Place = 'body' | 'path' | 'query' | 'header';

/** A fault that the server finds itself. Status and words belong to its code, in `catalogue.ts`. */
export class HttpFault extends Error {
  override readonly name = 'HttpFault';
  readonly code: Code;
  readonly errors: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;
  /** A name that belongs to the interface, such as the scope that is missing. */
  readonly about: Readonly<Record<string, string>>;

  constructor(
    code: Code,
    more: {
      readonly errors?: readonly FieldError[];
      readonly headers?: Readonly<Record<string, string>>;
      readonly about?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(code);
    this.code = code;
    this.errors = more.errors ?? [];
    this.headers = more.headers ?? {};
    this.about = more.about ?? {};
  }
}
