import { VaultError } from '../fault.ts';
import type { Json } from './draft.ts';

/**
 * The one way to write a JSON value: keys in order of UTF-16 code units, no spaces, strings as
 * ECMAScript writes them (RFC 8785, JSON Canonicalization Scheme), numbers safe integers only.
 * Throws `AVOW_INVALID` for other numbers and for text that is not well-formed Unicode.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') return integer(value);
  return isList(value) ? list(value) : object(value);
}

// Joined in loops: every entry passes here, and the closures of map and join cost as much again.

function list(value: readonly Json[]): string {
  let json = '';
  for (const item of value) json += (json === '' ? '' : ',') + canonicalJson(item);
  return `[${json}]`;
}

function object(value: { readonly [name: string]: Json }): string {
  let json = '';
  // Sorted by code unit: what Array.prototype.sort does with strings, in every locale.
  for (const name of Object.keys(value).sort()) {
    json += `${json === '' ? '' : ','}${text(name)}:${canonicalJson(value[name]!)}`;
  }
  return `{${json}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function text(value: string): string {
  if (!value.isWellFormed()) {
    throw new VaultError('AVOW_INVALID', 'an entry holds text that is not well-formed');
  }
  return JSON.stringify(value);
}

function integer(value: number): string {
  if (!Number.isSafeInteger(value)) {
    throw new VaultError('AVOW_INVALID', 'an entry holds safe integers only');
  }
  return String(Object.is(value, -0) ? 0 : value);
}
