import type { AuditedChange, Draft, EntryDraft, EvidenceRow, VersionRow } from '@avow/vault';

type EvidenceDraft = Draft<'evidence'>;

/** A new piece of evidence. Free text of it is `sealed`; there is none unless that is given. */
export function addEvidence(
  row: Pick<EvidenceDraft, 'id' | 'kind' | 'state' | 'at'> &
    Partial<Pick<EvidenceDraft, 'person' | 'party' | 'ref' | 'until' | 'key' | 'sealed'>>,
  body: object,
): AuditedChange {
  const nobody = { person: null, party: null, ref: null, until: null, key: null, sealed: null };
  const after = { ...nobody, ...row, body: JSON.stringify(body) };
  return { table: 'evidence', after };
}

/** Evidence that says something else from now on. */
export function changeEvidence(
  before: EvidenceRow,
  to: Partial<Pick<EvidenceDraft, 'ref' | 'state' | 'at' | 'until'>> & { readonly body?: object },
): AuditedChange {
  const { salt: _salt, hash: _hash, ...row } = before;
  const { body, ...columns } = to;
  const after = { ...row, ...columns, ...(body ? { body: JSON.stringify(body) } : {}) };
  return { table: 'evidence', before, after };
}

/** Evidence that stays on record but counts no longer. */
export function retireEvidence(before: EvidenceRow, state: string = before.state): AuditedChange {
  return changeEvidence(before, { ref: null, state });
}

/** A row about a version, of the policy or of something said of one, that says something else from now on. */
export function changeVersion(
  before: VersionRow,
  to: Partial<Pick<Draft<'version'>, 'state' | 'from'>>,
) {
  const { salt: _salt, hash: _hash, ...row } = before;
  return { table: 'version', before, after: { ...row, ...to } } as const satisfies AuditedChange;
}

/** The entry of a version, of the policy or a document, that is in force or archived from now on. */
export function versionEntry(
  after: Draft<'version'>,
  before: VersionRow | undefined,
  more: readonly AuditedChange[] = [],
): EntryDraft {
  const { digest, name, state } = after;
  const change: AuditedChange = { table: 'version', after, ...(before ? { before } : {}) };
  return { kind: 'version', digest, name, state, changes: [change, ...more] };
}

/** The entry of a version that another one takes the place of. */
export function archiveEntry(before: VersionRow): EntryDraft {
  return versionEntry(changeVersion(before, { state: 'archived' }).after, before);
}
