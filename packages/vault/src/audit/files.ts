import { keySchema } from '../keys/tables.ts';
import { openReader } from '../place.ts';
import type { Anchor } from '../port/anchor.ts';
import type { Keyring } from '../port/keyring.ts';
import type { Reader } from '../port/store.ts';
import { dataSchema } from '../tables.ts';
import { type AuditSubject, auditVault } from './audit.ts';
import type { Replay } from './entries.ts';
import { erasedSince } from './erased-since.ts';
import type { VaultAudit } from './finding.ts';
import { openTrial } from './try-open.ts';

export interface AuditedFiles extends Pick<AuditSubject, 'vkey' | 'against'> {
  /** The data store's file, or its connection string. */
  readonly data: string;
  readonly anchor: Anchor;
  /**
   * Decides each decision again. Given the store in the state that is audited: a version read in an
   * earlier one may lack what an entry cites.
   */
  readonly replay?: (store: Reader) => Promise<Replay>;
  /** Open every record as well. Erasures wait while the key store is read. */
  readonly open?: { readonly keys: string; readonly keyring: Keyring };
}

/**
 * {@link auditVault} on stores by their places, also beside a running server. Rejects with `AVOW_STORE`,
 * `AVOW_SCHEMA`, `AVOW_KEYRING`.
 */
export async function auditFiles({ replay, ...files }: AuditedFiles): Promise<VaultAudit> {
  // Before the store is opened: read afterwards it could be ahead of the state that is audited.
  const anchored = await files.anchor.read();
  const store = await openReader(files.data, dataSchema);
  try {
    const replaying = replay === undefined ? {} : { replay: await replay(store) };
    const subject = { ...files, ...replaying, store, anchored };
    if (files.open === undefined) return await auditVault(subject);
    const keys = await openReader(files.open.keys, keySchema);
    try {
      const tryOpen = await openTrial(keys, files.open.keyring);
      const trial = { tryOpen, isErased: erasedSince(files.data) };
      return await auditVault({ ...subject, trial });
    } finally {
      await keys.close();
    }
  } finally {
    await store.close();
  }
}
