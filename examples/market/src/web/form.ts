import type { Asked } from './visit.ts';

/** A form did not arrive as a form of this market arrives. */
export class MalformedForm extends Error {
  override readonly name = 'MalformedForm';
}

/** The fields of a posted form, by name: text only, trimmed but for a password, and never more than was asked for. */
export type Form<Field extends string> = Readonly<Record<Field, string>>;

/**
 * Reads the named fields of a form; one that is absent is empty. Refused are files, fields given
 * twice, text that is not well formed and NUL, since nothing further in could keep them.
 */
export async function readForm<Field extends string>(
  c: Asked,
  fields: readonly Field[],
): Promise<Form<Field>> {
  return formIn(await posted(c), fields);
}

/** The same of a form with one file beside its fields; undefined where nobody chose one. */
export async function readFormAndFile<Field extends string>(
  c: Asked,
  fields: readonly Field[],
  file: string,
): Promise<{ readonly filled: Form<Field>; readonly file: File | undefined }> {
  const sent = await posted(c);
  const [chosen, ...more] = sent.getAll(file);
  if (more.length > 0) throw new MalformedForm();
  // A browser sends an empty file where none was chosen.
  const isFile = typeof chosen === 'object' && chosen.size > 0;
  return { filled: formIn(sent, fields), file: isFile ? chosen : undefined };
}

const posted = (c: Asked): Promise<FormData> =>
  c.req.formData().catch(() => {
    throw new MalformedForm();
  });

const formIn = <Field extends string>(sent: FormData, fields: readonly Field[]): Form<Field> =>
  Object.fromEntries(
    fields.map((field) => [field, only(field, sent.getAll(field))]),
  ) as Form<Field>;

function only(field: string, values: readonly (string | File)[]): string {
  const [value = '', ...more] = values;
  if (more.length > 0 || typeof value !== 'string') throw new MalformedForm();
  if (!value.isWellFormed() || value.includes('\0')) throw new MalformedForm();
  return field === 'password' ? value : value.trim();
}
