import { hash } from 'node:crypto';
import { canonicalJson, type EntryId, type VersionRow } from '@avow/vault';
import { settle } from '../act/settle.ts';
import type { Deployment } from '../deployment.ts';
import { type Repeatable, repeatable } from '../door/idempotency.ts';
import { LONGEST_DOCUMENT, malformed, name, text } from '../door/text.ts';
import type { DocumentKind, Documents, PublishedDocument } from '../face/agreement.ts';
import { versionInForce, versionLock, versionOf } from '../register/version.ts';
import { archiveEntry, versionEntry } from '../rows/change.ts';
import { Reading, readNow } from '../rows/reading.ts';

const KINDS: readonly string[] = ['service-agreement', 'site-rules'] satisfies DocumentKind[];

type Stored = Omit<PublishedDocument, 'published' | 'kind'>;

/** The texts that are bound together with the policy, each version with the digest of what it says. */
export function documentsOf(deployment: Deployment): Documents {
  return {
    async publish(document) {
      const kind = kindOf(document.kind);
      const { languages } = (await deployment.policy.now()).policy.vocabulary;
      const texts = textsIn(languages, document.texts);
      const stored = {
        version: name('version', document.version),
        texts,
        digests: digestsOf(texts),
      };
      const request = repeatable(document, 'documents.publish', {
        kind,
        ...stored,
      });
      return publish(deployment, kind, stored, request);
    },

    async current(kind) {
      const read = versionInForce(kindOf(kind));
      const row = (await readNow(deployment.vault, read)).of(read)[0];
      return row && documentFrom(row);
    },
  };
}

/** A document as its row keeps it. */
export function documentFrom(row: VersionRow): PublishedDocument {
  const { version, texts, digests } = JSON.parse(row.body) as Stored;
  return { kind: row.name as DocumentKind, version, texts, digests, published: row.from ?? 0 };
}

async function publish(
  { vault }: Deployment,
  kind: DocumentKind,
  stored: Stored,
  request: Repeatable,
): Promise<PublishedDocument & { readonly entry: EntryId }> {
  const digest = hash(
    'sha256',
    canonicalJson(['avow/document/v1', kind, { ...stored }]),
    'base64url',
  );
  const reading = new Reading(versionInForce(kind), versionOf(digest));
  const { idempotency } = request;
  const acted = await settle(vault, request, () =>
    vault.act({
      locks: [versionLock(kind, 'exclusive')],
      reads: reading.reads,
      ...(idempotency ? { idempotency } : {}),
      decide(found, { now }) {
        const rows = reading.rows(found);
        const [before] = rows.of(versionInForce(kind));
        const [same] = rows.of(versionOf(digest));
        const row = { digest, name: kind, state: 'in-force', from: now };
        const entries = [versionEntry({ ...row, body: JSON.stringify(stored) }, same)];
        if (before && before.digest !== digest) entries.push(archiveEntry(before));
        return { answer: now, entries, ...(idempotency ? { outcome: String(now) } : {}) };
      },
    }),
  );
  if (acted.replayed) request.onReplay?.();
  const published = acted.replayed ? Number(acted.outcome) : acted.answer;
  return { kind, ...stored, published, entry: acted.entries[0]! };
}

function kindOf(kind: unknown): DocumentKind {
  if (typeof kind === 'string' && KINDS.includes(kind)) return kind as DocumentKind;
  throw malformed('kind', `must be one of ${KINDS.join(', ')}`);
}

function textsIn(languages: readonly string[], texts: unknown): Record<string, string> {
  const given = Object.entries(typeof texts === 'object' && texts !== null ? texts : {});
  if (given.length !== languages.length || given.some(([tag]) => !languages.includes(tag))) {
    throw malformed('texts', `must be given in ${languages.join(', ')}`);
  }
  return Object.fromEntries(
    given.map(([tag, words]) => [tag, text(`texts.${tag}`, words, LONGEST_DOCUMENT)]),
  );
}

function digestsOf(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).map(([tag, words]) => [tag, hash('sha256', words, 'base64url')]),
  );
}
