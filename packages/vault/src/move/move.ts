import type { Replay } from '../audit/entries.ts';
import { auditReaders } from '../audit/files.ts';
import type { AuditCounts, AuditFinding, VaultAudit } from '../audit/finding.ts';
import { type Half, schemas } from '../backup/manifest.ts';
import { type Destination, openDestination } from '../copy/destination.ts';
import type { WholeReader } from '../copy/whole.ts';
import { VaultError } from '../fault.ts';
import { openReaderAlone, refuseUnlessApart } from '../place.ts';
import type { Anchor } from '../port/anchor.ts';
import type { Keyring } from '../port/keyring.ts';
import type { Reader } from '../port/store.ts';

/** From where to where. */
export interface MoveOptions {
  /** Where the stores are: files or databases, with no server at work on them. */
  readonly from: Readonly<Record<Half, string>>;
  /** Where they go, of either engine; nothing may be there yet. */
  readonly to: Readonly<Record<Half, string>>;
  readonly keyring: Keyring;
  /** What is kept outside the stores. It stays where it is. */
  readonly anchor: Anchor;
  /** The log's verifier key, from a source other than the stores. */
  readonly vkey: string;
  /** Decides every decision again; given the data store, where the versions lie. */
  readonly replay?: (store: Reader) => Promise<Replay>;
  /** Told how far a store has been copied, in rows. */
  readonly progress?: (half: Half, done: number, total: number) => void;
}

/** What was moved. */
export type Moved =
  | { readonly ok: true; readonly counts: AuditCounts }
  /** What was copied does not prove itself. Nothing was put in place. */
  | { readonly ok: false; readonly finding: AuditFinding };

/** The keys first: data without its keys would be taken for a key store that was lost. */
const halves = ['keys', 'data'] as const;

/**
 * Copies both stores to other places, on the same engine or the other, row by row: the log keeps its
 * name, its key and every position. Before any server can take the copies for stores, all of it is
 * audited against the checkpoint kept outside, each record opened. The source is only read, and
 * nothing is at work on it meanwhile. If it is cut off it is to be begun again; then what it left is
 * removed.
 *
 * Rejects with `AVOW_LOCKED` if a program has the source open or somebody else fills the places,
 * `AVOW_BACKUP` if something is at one of them, `AVOW_ANCHOR` if there is no checkpoint to hold the
 * log against, `AVOW_SCHEMA`, `AVOW_KEYRING`, `AVOW_DURABILITY`, `AVOW_STORE`.
 */
export async function moveStores(options: MoveOptions): Promise<Moved> {
  const { from, to, progress } = options;
  await refuseUnlessApart(to.data, to.keys);
  const anchored = await anchoredIn(options.anchor);
  await using open = new AsyncDisposableStack();
  const source = await openAll(
    (half) => openReaderAlone(from[half], schemas[half]),
    open,
    (store) => store.close(),
  );
  const target = await openAll(
    (half) => openDestination(to[half], schemas[half], { secureDelete: half === 'keys' }),
    open,
    (store) => store.clear(),
  );
  for (const half of halves) {
    await target[half].fill(source[half], (done, total) => progress?.(half, done, total));
  }
  const audit = await auditCopy(options, target, anchored);
  if (!audit.ok) return audit;
  for (const half of halves) await target[half].publish();
  return { ok: true, counts: audit.counts };
}

async function anchoredIn(anchor: Anchor): Promise<string> {
  const anchored = await anchor.read();
  if (anchored !== undefined) return anchored;
  throw new VaultError(
    'AVOW_ANCHOR',
    'the checkpoint kept outside the stores is missing: nobody could say whether all of the log came along',
  );
}

async function openAll<S extends WholeReader | Destination>(
  openOne: (half: Half) => Promise<S>,
  open: AsyncDisposableStack,
  close: (store: S) => Promise<void>,
): Promise<Readonly<Record<Half, S>>> {
  const data = open.adopt(await openOne('data'), close);
  return { data, keys: open.adopt(await openOne('keys'), close) };
}

async function auditCopy(
  { vkey, keyring, replay }: MoveOptions,
  copy: Readonly<Record<Half, Destination>>,
  anchored: string,
): Promise<VaultAudit> {
  await using open = new AsyncDisposableStack();
  const close = (reader: Reader) => reader.close();
  const data = open.adopt(await copy.data.open(), close);
  const keys = open.adopt(await copy.keys.open(), close);
  return await auditReaders({
    data,
    anchored,
    vkey,
    ...(replay === undefined ? {} : { replay }),
    // Nobody else is at work here.
    open: { keys, keyring, isOutdated: async () => false },
  });
}
