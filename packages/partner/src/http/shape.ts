import { PartnerError } from '../error.ts';

/** An object that came over the wire: nothing in it is what it should be until it was read by one of these. */
export type Wire = Readonly<Record<string, unknown>>;

export function wireOf(value: unknown, where: string): Wire {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Wire;
  throw unlike(where);
}

export function text(wire: Wire, name: string): string {
  const value = wire[name];
  if (typeof value === 'string') return value;
  throw unlike(name);
}

/** A text that may be `null` on the wire, or absent. */
export function textOrNone(wire: Wire, name: string): string | undefined {
  return wire[name] == null ? undefined : text(wire, name);
}

export function list(wire: Wire, name: string): readonly unknown[] {
  const value = wire[name];
  if (Array.isArray(value)) return value;
  throw unlike(name);
}

export function texts(wire: Wire, name: string): readonly string[] {
  const found = list(wire, name);
  if (found.every((each) => typeof each === 'string')) return found;
  throw unlike(name);
}

/** RFC 3339 on the wire; here milliseconds since 1970. */
export function moment(wire: Wire, name: string): number {
  const at = Date.parse(text(wire, name));
  if (Number.isFinite(at)) return at;
  throw unlike(name);
}

export function momentOrNone(wire: Wire, name: string): number | undefined {
  return wire[name] == null ? undefined : moment(wire, name);
}

/** Says which field, never what stood there. */
export const unlike = (where: string) => new PartnerError('AVOW_PARTNER_ANSWER', { where });
