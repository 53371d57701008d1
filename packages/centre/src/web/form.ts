import { randomUUID } from 'node:crypto';
import { html, type Markup } from '@avow/server/look';
import type { Seen } from './visit.ts';

/** A form did not arrive as a form of the centre arrives. */
export class MalformedForm extends Error {
  override readonly name = 'MalformedForm';
}

/** The fields of a posted form, by name: text only, trimmed, and never more than was asked for. */
export type Form<Field extends string> = Readonly<Record<Field, string>>;

/**
 * Reads the named fields of a form; one that is absent is empty. Refused are files, fields given
 * twice, text that is not well formed and NUL, since nothing further in could keep them.
 */
export async function readForm<Field extends string>(
  c: Seen,
  fields: readonly Field[],
): Promise<Form<Field>> {
  const posted = await c.req.formData().catch(() => {
    throw new MalformedForm();
  });
  return Object.fromEntries(
    fields.map((field) => [field, only(posted.getAll(field))]),
  ) as Form<Field>;
}

function only(values: readonly (string | File)[]): string {
  const [value = '', ...more] = values;
  if (more.length > 0 || typeof value !== 'string') throw new MalformedForm();
  if (!value.isWellFormed() || value.includes('\0')) throw new MalformedForm();
  return value.trim();
}

/** Names one sending of a form: pressed twice, it is done once. */
export const once = (): Markup => html`<input type="hidden" name="once" value="${randomUUID()}">`;

/** The key that goes with it. A form without one is none of the centre's. */
export function keyOf({ once: key }: Form<'once'>): { readonly idempotencyKey: string } {
  if (!/^[0-9a-f-]{36}$/.test(key)) throw new MalformedForm();
  return { idempotencyKey: `centre-${key}` };
}
