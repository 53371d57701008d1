import type { Told } from '../asking/ask.ts';
import { growTree, leafHash, readCheckpoint } from './tree.ts';

/** One entry, as an auditor reads it. */
export interface Entry {
  readonly id: string;
  /** What the book counts it under; undefined for what the program writes by itself. */
  readonly counted: string | undefined;
  /** The hash of its leaf, base64. */
  readonly leaf: string;
}

/** Where the log can be read from. */
export interface Source {
  text(path: string): Promise<string>;
  bytes(path: string): Promise<Uint8Array>;
}

/** The log as it was read so far. It can only grow. */
export interface LogReader {
  readonly entries: ReadonlyMap<string, Entry>;
  /** The last checkpoint that was seen. */
  readonly checkpoint: string | undefined;
  /**
   * Reads what is new. Answers what is wrong with it: a signature, or a root that is not the one of all
   * entries that were ever read.
   */
  read(source: Source, vkey: string): Promise<string | undefined>;
}

const BUNDLE = 256;

/** `own`: the digest of the policy that the program puts in force by itself, at each start. */
export function readLog(own: () => string): LogReader {
  const entries = new Map<string, Entry>();
  const tree = growTree();
  let checkpoint: string | undefined;

  return {
    entries,
    get checkpoint() {
      return checkpoint;
    },
    async read(source, vkey) {
      const note = await source.text('/log/checkpoint');
      const said = readCheckpoint(note, vkey);
      if (said === undefined) return `a checkpoint that the log's key did not sign: ${note}`;
      if (said.size < tree.size) return `the log had ${tree.size} entries and has ${said.size}`;
      while (tree.size < said.size) {
        const bundle = Math.floor(tree.size / BUNDLE);
        const width = Math.min(BUNDLE, said.size - bundle * BUNDLE);
        const bodies = split(await source.bytes(bundlePath(bundle, width)));
        if (bodies.length !== width) return `a bundle of ${width} entries holds ${bodies.length}`;
        for (const body of bodies.slice(tree.size % BUNDLE)) {
          const leaf = leafHash(body);
          tree.add(leaf);
          const content = JSON.parse(Buffer.from(body).toString()) as Told;
          const { id } = content;
          if (entries.has(id)) return `two entries of one id: ${id}`;
          const counted = classOf(content, own());
          entries.set(id, { id, counted, leaf: leaf.toString('base64') });
        }
      }
      if (!tree.root().equals(said.root)) return `the checkpoint's root is not that of its entries`;
      checkpoint = note;
      return undefined;
    },
  };
}

/** C2SP tlog-tiles: entries lie in bundles, each with two bytes of length before it. */
function split(bundle: Uint8Array): Uint8Array[] {
  const view = Buffer.from(bundle);
  const bodies: Uint8Array[] = [];
  for (let at = 0; at < view.length; ) {
    const length = view.readUInt16BE(at);
    bodies.push(view.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return bodies;
}

function bundlePath(n: number, width: number): string {
  const groups = String(n)
    .padStart(Math.ceil(String(n).length / 3) * 3, '0')
    .match(/.{3}/g)!;
  const number = groups
    .map((group, at) => (at < groups.length - 1 ? `x${group}` : group))
    .join('/');
  return `/log/tile/entries/${number}${width < BUNDLE ? `.p/${width}` : ''}`;
}

/** What the program carries out by itself once something has ended, or a day has come. */
function isUpkeep(evidence: string, state: string): boolean {
  const ended = ['disclosure closed', 'disclosure expired', 'lease expired', 'engagement over'];
  return evidence.startsWith('deletion') || ended.includes(`${evidence} ${state}`);
}

function classOf(content: Told, own: string): string | undefined {
  const { kind, action, permitted, evidence, state, name, digest } = content;
  switch (kind) {
    case 'decision':
      return `decision ${action} ${permitted}`;
    case 'evidence':
      return isUpkeep(evidence, state) ? undefined : `evidence ${evidence} ${state}`;
    case 'erasure':
      return 'erasure';
    case 'version':
      if (state !== 'in-force' || digest === own) return undefined;
      return name === 'policy' ? `version policy in-force ${digest}` : `version ${name} in-force`;
    case 'genesis':
    case 'rotation':
    case 'sweep':
      return undefined;
    default:
      return `an entry that nobody asked for: ${kind}`;
  }
}
