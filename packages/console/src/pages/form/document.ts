import { hash } from 'node:crypto';
import { html, type Markup, none } from '@avow/server/look';
import { postedIn } from '../../web/form.ts';
import type { Seen, Visit } from '../../web/visit.ts';

/** How many bytes a form with a document may have. Of a longer document its digest is entered. */
export const documentLimit = 8 * 1024 * 1024;

export type DocumentWrong = keyof Visit['words']['document']['wrong'];

/** A document that came with a form: its SHA-256 in hexadecimal, or what is wrong with it. */
export type Came =
  | { readonly digest: string; readonly wrong?: never }
  | { readonly digest?: never; readonly wrong: DocumentWrong };

/** Digests a document and lets go of it; or takes the digest that was entered in its place. */
export async function readDocument(c: Seen): Promise<Came> {
  const posted = await postedIn(c);
  const [file] = posted.getAll('document');
  const [said = ''] = posted.getAll('digest');
  const entered = typeof said === 'string' ? said.trim().toLowerCase() : '';
  if (entered !== '' && !/^[0-9a-f]{64}$/.test(entered)) return { wrong: 'digest' };
  // A browser sends a file field that nobody used as a file without a byte.
  if (!(file instanceof File) || file.size === 0) {
    return entered === '' ? { wrong: 'none' } : { digest: entered };
  }
  const digest = hash('sha256', Buffer.from(await file.arrayBuffer()), 'hex');
  return entered === '' || entered === digest ? { digest } : { wrong: 'differs' };
}

/** A field for the document, and one for its digest. A page that comes again cannot bring a file along. */
export function documentField({ words }: Visit, error?: DocumentWrong): Markup {
  const { document: said } = words;
  const told = error === undefined ? 'document-hint' : 'document-hint document-error';
  return html`<div class="field"><label for="document">${said.document}</label><p class="field-hint" id="document-hint">${said.hint}</p>
<input type="file" id="document" name="document" aria-describedby="${told}"${error === undefined ? none : html` aria-invalid="true"`}>
${error === undefined ? none : html`<p class="field-error" id="document-error">${said.wrong[error]}</p>`}</div>
<div class="field"><label for="digest">${said.digest}</label><p class="field-hint" id="digest-hint">${said.digestHint}</p>
<input type="text" id="digest" name="digest" maxlength="64" autocomplete="off" aria-describedby="digest-hint"></div>`;
}
