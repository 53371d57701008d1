import { randomUUID } from 'node:crypto';
import { html, type Markup } from '../look/markup.ts';

/** A form did not arrive as forms of our pages arrive. */
export class MalformedForm extends Error {
  override readonly name = 'MalformedForm';
}

/** The fields of a posted form, by name: text only, trimmed, and never more than was asked for. */
export type Form<Field extends string> = Readonly<Record<Field, string>>;

/** As much of Hono's context as a form is read from. */
interface Posted {
  readonly req: { formData(): Promise<FormData> };
}

/**
 * Reads the named fields of a form; one that is absent is empty. Refused are files, fields given
 * twice, text that is not well formed and NUL, since nothing further in could keep them.
 */
export async function readForm<Field extends string>(
  c: Posted,
  fields: readonly Field[],
): Promise<Form<Field>> {
  const posted = await postedIn(c);
  return Object.fromEntries(
    fields.map((field) => {
      const [value = '', ...more] = posted.getAll(field);
      if (more.length > 0) throw new MalformedForm();
      return [field, sound(value)];
    }),
  ) as Form<Field>;
}

/** All that was ticked of one name. */
export async function readTicked(c: Posted, field: string): Promise<readonly string[]> {
  return (await postedIn(c)).getAll(field).map(sound);
}

/** The form as it was posted, for what is no text. */
export const postedIn = (c: Posted): Promise<FormData> =>
  c.req.formData().catch(() => {
    throw new MalformedForm();
  });

/** Names one sending of a form: pressed twice, it is done once. */
export const once = (): Markup => html`<input type="hidden" name="once" value="${randomUUID()}">`;

/** The key that goes with it, among those of these `pages`. A form without one is none of ours. */
export function keyOf(
  { once: key }: Form<'once'>,
  pages: string,
): { readonly idempotencyKey: string } {
  if (!/^[0-9a-f-]{36}$/.test(key)) throw new MalformedForm();
  return { idempotencyKey: `${pages}-${key}` };
}

function sound(value: string | File): string {
  if (typeof value !== 'string') throw new MalformedForm();
  if (!value.isWellFormed() || value.includes('\0')) throw new MalformedForm();
  return value.trim();
}
