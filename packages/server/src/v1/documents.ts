import { z } from '@hono/zod-openapi';
import type { PublishedDocument } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { HttpFault } from '../http/fault.ts';
import { entryId } from './shapes/ids.ts';
import { time, written } from './shapes/time.ts';
import { language } from './shapes/words.ts';

const kind = z.enum(['service-agreement', 'site-rules']);
const texts = z.record(language, z.string().min(1).max(200_000));

const document = z
  .object({
    kind,
    version: z.string(),
    published: time,
    texts,
    digests: z.record(z.string(), z.string()).openapi({ description: 'SHA-256, base64url.' }),
  })
  .openapi('Document');

const tell = ({ published, kind, version, texts, digests }: PublishedDocument) => ({
  kind,
  version,
  published: written(published),
  texts,
  digests,
});

export const documents = [
  endpoint({
    id: 'publishDocument',
    method: 'post',
    path: '/v1/documents',
    summary: 'Publish the service agreement or the site’s rules',
    about: 'From now on an acceptance binds this version. Earlier acceptances keep theirs.',
    scope: 'admin',
    write: true,
    body: z.strictObject({ kind, version: z.string().min(1).max(100), texts }),
    limit: 2 * 1024 * 1024,
    status: 201,
    answer: document.extend({ entry: entryId }),
    codes: ['AVOW_EXISTS', 'AVOW_UNKNOWN_LANGUAGE'],
    async handle({ avow, body, once }) {
      const published = await avow.documents.publish({ ...body, ...once });
      return { ...tell(published), entry: published.entry };
    },
  }),

  endpoint({
    id: 'getDocument',
    method: 'get',
    path: '/v1/documents/{kind}',
    summary: 'Read the document in force',
    scope: 'public',
    params: z.object({ kind }),
    answer: document,
    codes: ['AVOW_NOT_FOUND'],
    async handle({ avow, params }) {
      const found = await avow.documents.current(params.kind);
      if (!found) throw new HttpFault('AVOW_NOT_FOUND');
      return tell(found);
    },
  }),
];
