import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';

/** The fields of a posted form: text only, each once. What is absent is empty. */
export interface Form {
  readonly names: readonly string[];
  get(name: string): string;
}

/**
 * Reads a form. Refused, with 400, are files, fields given twice, text that is not well formed and NUL,
 * since nothing further in could keep them. Nothing is trimmed: a password may begin with a space.
 */
export async function readForm(c: Context): Promise<Form> {
  const malformed = new HTTPException(400, { message: 'not a form of these pages' });
  const posted = await c.req.formData().catch(() => {
    throw malformed;
  });
  const fields = new Map<string, string>();
  for (const [name, value] of posted.entries()) {
    const isSound = typeof value === 'string' && value.isWellFormed() && !value.includes('\0');
    if (!isSound || !name.isWellFormed() || fields.has(name)) throw malformed;
    fields.set(name, value);
  }
  return { names: [...fields.keys()], get: (name) => fields.get(name) ?? '' };
}
