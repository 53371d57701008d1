import { readPolicy } from '@avow/policy';
import {
  type AuditFinding,
  auditFiles,
  type Keyring,
  openOutside,
  type Reader,
  type VaultAudit,
  type VersionRow,
} from '@avow/vault';
import { verifierKeyOf } from '../log/verifier-key.ts';
import type { KeySource } from '../places.ts';
import { type Edition, editionOf } from '../policy/edition.ts';
import { SOURCE } from '../register/version.ts';
import { replayBy } from './replay.ts';

/** What is audited, by the files it lies in. */
export interface AvowAuditOptions {
  /** The data store's file. It is only read, and may be in use meanwhile. */
  readonly data: string;
  /** Where the last checkpoint is kept, outside the stores: a file, or a database. */
  readonly anchor: string;
  /** The log's verifier key. Default: what lies beside the anchor; better: from whoever runs the log. */
  readonly vkey?: string;
  /** A checkpoint (signed note) that somebody kept: shows whether the log was rewritten since. */
  readonly against?: string;
  /** Opens every sealed record as well. */
  readonly open?: { readonly keys: string; readonly keyring: Keyring | KeySource };
}

export type AvowAudit = VaultAudit;
export type { AuditFinding };

/**
 * Audits a deployment from its files alone: the tree, its checkpoints, every row against what the log
 * says of it, and every decision by the version of the policy that it cites. Resolves to the first
 * thing wrong, or to what it went through. Rejects only if something cannot be read: `AVOW_OPTIONS`,
 * `AVOW_STORE`, `AVOW_SCHEMA`, `AVOW_KEYRING`.
 */
export async function auditAvow(options: AvowAuditOptions): Promise<AvowAudit> {
  const { data, against, open } = options;
  const outside = openOutside(options.anchor, [data]);
  const vkey = await verifierKeyOf(options.vkey, outside.verifierKey);
  return auditFiles({
    data,
    anchor: outside.anchor,
    vkey,
    replay: async (store) => replayBy(await editionsIn(store)),
    ...(against === undefined ? {} : { against }),
    ...(open === undefined ? {} : { open: await opening(open, data) }),
  });
}

/**
 * Every version of the policy that is kept. Each is named by its own digest, made from what it says, so
 * an altered one answers to another name.
 */
export async function editionsIn(store: Reader): Promise<ReadonlyMap<string, Edition>> {
  const editions = new Map<string, Edition>();
  for await (const row of store.scan({ table: 'version' })) {
    const { name, body } = row as VersionRow;
    const edition = name === SOURCE ? readEdition(body) : undefined;
    if (edition) editions.set(edition.digest, edition);
  }
  return editions;
}

/** An unreadable version is left out: what cites it is found, and so is its row. */
function readEdition(body: string): Edition | undefined {
  try {
    return editionOf(readPolicy(body));
  } catch {
    return undefined;
  }
}

async function opening(open: NonNullable<AvowAuditOptions['open']>, data: string) {
  const { keys, keyring } = open;
  const opened = typeof keyring === 'function' ? await keyring([data, keys]) : keyring;
  return { keys, keyring: opened };
}
