import { keySchema } from '../keys/tables.ts';
import { openReader } from '../place.ts';
import type { Anchor } from '../port/anchor.ts';
import type { Keyring } from '../port/keyring.ts';
import type { Reader } from '../port/store.ts';
import { dataSchema } from '../tables.ts';
import { type AuditSubject, auditVault } from './audit.ts';
import type { Replay } from './entries.ts';
import type { VaultAudit } from './finding.ts';
import { type IsOutdated, outdatedSince } from './outdated-since.ts';
import { openTrial } from './try-open.ts';

/** What an audit looks at: two stores, and what is kept outside them. */
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
export async function auditFiles({
  data,
  anchor,
  open,
  ...how
}: AuditedFiles): Promise<VaultAudit> {
  // Before the store is opened: read afterwards it could be ahead of the state that is audited.
  const anchored = await anchor.read();
  const store = await openReader(data, dataSchema);
  try {
    if (open === undefined) return await auditReaders({ ...how, data: store, anchored });
    const keys = await openReader(open.keys, keySchema);
    const opened = { keys, keyring: open.keyring, isOutdated: outdatedSince(data) };
    return await auditReaders({ ...how, data: store, anchored, open: opened }).finally(() =>
      keys.close(),
    );
  } finally {
    await store.close();
  }
}

/** Stores that are open, each in one state. */
interface AuditedReaders extends Pick<AuditedFiles, 'vkey' | 'against' | 'replay'> {
  readonly data: Reader;
  readonly anchored: string | undefined;
  readonly open?: {
    readonly keys: Reader;
    readonly keyring: Keyring;
    /** Whether a record was erased or sealed anew since the stores were opened: its key may be gone. */
    readonly isOutdated: IsOutdated;
  };
}

/** {@link auditFiles}, on stores that somebody has opened and will close. */
export async function auditReaders(readers: AuditedReaders): Promise<VaultAudit> {
  const { data: store, open, replay, ...subject } = readers;
  return auditVault({
    ...subject,
    store,
    ...(replay === undefined ? {} : { replay: await replay(store) }),
    ...(open === undefined ? {} : { trial: await trialOf(open) }),
  });
}

async function trialOf({ keys, keyring, isOutdated }: NonNullable<AuditedReaders['open']>) {
  return { tryOpen: await openTrial(keys, keyring), isOutdated };
}
