import {
  type Fold,
  leafHash,
  traceReceipt,
  verifyCheckpoint,
  verifyPromise,
  verifyReceipt,
} from '@avow/ledger/verify';
import { base64, bytesOf, equal } from './bytes.ts';
import { type Opening, speaksOf } from './opening.ts';

/** A receipt as its file has it. Everything in it is somebody's claim until it is checked. */
interface ReceiptFile {
  readonly entry: string;
  readonly body: string;
  readonly vkey: string;
  readonly promise?: string | null;
  readonly proof?: string | null;
  readonly opening?: Opening;
}

/** What is checked, and what it is held against: the key and the checkpoint that the log publishes. */
export interface Given {
  /** The text of the receipt's file. */
  readonly text: string;
  /** Absent: could not be had. */
  readonly vkey?: string | undefined;
  readonly checkpoint?: string | undefined;
}

export type StepName = 'leaf' | 'path' | 'signature' | 'promise' | 'key' | 'log' | 'opening';

/** One step of a check: what it found, in values, and the code of what is wrong. */
export interface CheckStep {
  readonly name: StepName;
  readonly state: 'passed' | 'failed' | 'unknown';
  readonly said: readonly string[];
  readonly reason?: string;
  /** Of the way to the root: each of its steps, whether or not it comes to the root that was signed. */
  readonly folds?: readonly CheckFold[];
}

/** Two hashes that make a third, left before right; `own`: which of them was come by. In base64. */
export interface CheckFold {
  readonly left: string;
  readonly right: string;
  readonly own: 'left' | 'right';
  readonly makes: string;
}

/** What a check came to. `waiting`: promised by the log, not proven yet; `unable`: no means to check here. */
export interface Checked {
  readonly verdict: 'right' | 'waiting' | 'wrong' | 'unable' | 'no-receipt';
  readonly steps: readonly CheckStep[];
}

/**
 * Checks a receipt step by step: the entry's hash, the path from it to the root, the signature under
 * that root, the key, the log of today, and of whom the entry speaks. Uses the web's own globals alone,
 * so that it runs in a reader's browser and, word for word the same, on the server.
 */
export async function checkReceipt(given: Given): Promise<Checked> {
  const receipt = read(given.text);
  const body = receipt && bytesOf(receipt.body);
  if (receipt === undefined || body === undefined) return { verdict: 'no-receipt', steps: [] };
  const steps: CheckStep[] = [
    { name: 'leaf', state: 'passed', said: [base64(await leafHash(body))] },
    ...(receipt.proof
      ? await proven(receipt, receipt.proof, body, given)
      : await promised(receipt, body)),
    key(receipt, given),
    ...(receipt.opening === undefined ? [] : [await opened(receipt, receipt.opening, body)]),
  ];
  return { verdict: verdictOf(steps, Boolean(receipt.proof)), steps };
}

function verdictOf(steps: readonly CheckStep[], isProven: boolean): Checked['verdict'] {
  if (steps.some(({ reason }) => reason === 'AVOW_LEDGER_UNSUPPORTED')) return 'unable';
  if (steps.some(({ state }) => state === 'failed')) return 'wrong';
  return isProven ? 'right' : 'waiting';
}

async function proven(
  { vkey }: ReceiptFile,
  proofText: string,
  body: Uint8Array,
  { checkpoint: published }: Given,
): Promise<CheckStep[]> {
  const [head = '', ...rest] = proofText.split('\n\n');
  const hashes = head.split('\n').slice(2).length;
  const signed = await verifyCheckpoint({ note: rest.join('\n\n'), vkey });
  const inside = await verifyReceipt({ proofText, vkey, body });
  const path: CheckStep =
    inside.ok && signed.ok
      ? {
          name: 'path',
          state: 'passed',
          said: [`${inside.index}`, `${hashes}`, base64(signed.root)],
        }
      : {
          name: 'path',
          state: 'failed',
          said: [],
          reason: inside.ok ? 'signature' : inside.reason,
        };
  const signature: CheckStep = signed.ok
    ? { name: 'signature', state: 'passed', said: [signed.origin, `${signed.size}`] }
    : { name: 'signature', state: 'failed', said: [], reason: signed.reason };
  const traced = await traceReceipt({ proofText, body });
  const folds = traced.ok ? foldsOf(traced) : [];
  return [
    { ...path, folds },
    signature,
    ...(signed.ok ? [await today(signed, vkey, published)] : []),
  ];
}

function foldsOf({ leaf, folds }: { readonly leaf: Uint8Array; readonly folds: readonly Fold[] }) {
  let own = base64(leaf);
  return folds.map(({ side, neighbour, node }): CheckFold => {
    const other = base64(neighbour);
    const makes = base64(node);
    const fold =
      side === 'left'
        ? ({ left: other, right: own, own: 'right', makes } as const)
        : ({ left: own, right: other, own: 'left', makes } as const);
    own = makes;
    return fold;
  });
}

/** Whether the log has gone on since: a checkpoint of the same key over no fewer entries. */
async function today(
  then: { readonly size: number; readonly root: Uint8Array },
  vkey: string,
  published: string | undefined,
): Promise<CheckStep> {
  if (published === undefined) return { name: 'log', state: 'unknown', said: [] };
  const now = await verifyCheckpoint({ note: published, vkey });
  if (!now.ok) return { name: 'log', state: 'failed', said: [], reason: now.reason };
  const isSame = now.size > then.size || (now.size === then.size && equal(now.root, then.root));
  const said = [`${then.size}`, `${now.size}`];
  return isSame
    ? { name: 'log', state: 'passed', said }
    : { name: 'log', state: 'failed', said, reason: 'AVOW_LEDGER_INCLUSION_WRONG' };
}

async function promised({ vkey, promise }: ReceiptFile, body: Uint8Array): Promise<CheckStep[]> {
  const found = await verifyPromise({ note: promise ?? '', vkey, body });
  return [
    found.ok
      ? { name: 'promise', state: 'passed', said: [found.origin, base64(await leafHash(body))] }
      : { name: 'promise', state: 'failed', said: [], reason: found.reason },
  ];
}

function key({ vkey }: ReceiptFile, given: Given): CheckStep {
  if (given.vkey === undefined) return { name: 'key', state: 'unknown', said: [vkey] };
  return vkey === given.vkey.trim()
    ? { name: 'key', state: 'passed', said: [vkey] }
    : { name: 'key', state: 'failed', said: [vkey], reason: 'AVOW_LEDGER_KEY_UNKNOWN' };
}

async function opened(
  { entry }: ReceiptFile,
  opening: Opening,
  body: Uint8Array,
): Promise<CheckStep> {
  const isRight = await speaksOf(body, entry, opening);
  return isRight
    ? { name: 'opening', state: 'passed', said: [opening.person] }
    : { name: 'opening', state: 'failed', said: [], reason: 'AVOW_COMMITMENT_WRONG' };
}

/** A file that has the parts of a receipt. */
function read(text: string): ReceiptFile | undefined {
  try {
    const found = JSON.parse(text) as Partial<ReceiptFile> | null;
    if (found === null || typeof found !== 'object') return undefined;
    const { entry, body, vkey, promise, proof } = found;
    const isText = [entry, body, vkey].every((part) => typeof part === 'string');
    const isProof = [promise, proof].every((part) => part == null || typeof part === 'string');
    return isText && isProof ? (found as ReceiptFile) : undefined;
  } catch {
    return undefined;
  }
}
