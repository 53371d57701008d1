import type { EntryId } from './ids.ts';

/** How often one category of information went to one class of recipient by one sentence in a month, or was refused. */
export interface FlowTold {
  /** In UTC: `2026-01`. */
  readonly month: string;
  readonly sentence: string;
  readonly category: string;
  readonly recipient: string;
  readonly permitted: number;
  readonly refused: number;
}

export interface FlowsTold {
  /** False while older entries are still to be counted; whoever asks again finds more of them. */
  readonly isWhole: boolean;
  /** Since which hour (UTC) all is counted; undefined: from the log's beginning, or nothing yet. */
  readonly since: string | undefined;
  readonly flows: readonly FlowTold[];
}

/** Which decisions of the log are wanted; what is named together narrows together. */
export interface DecisionsWanted {
  readonly only?: {
    /** This category, or one below it; with a sentence, where that sentence decided it. */
    readonly category?: string;
    readonly sentence?: string;
    readonly recipient?: string;
    /** In UTC: `2026-01`. */
    readonly month?: string;
  };
  /** Only entries before this number. */
  readonly before?: number;
  /** 1 to 200; absent: 50. */
  readonly limit?: number;
}

/** A decision as the log has it: by its number in the tree, to the hour, of nobody. */
export interface LoggedDecision {
  readonly index: number;
  /** In UTC: `2026-01-05T09:00Z`. */
  readonly hour: string;
  readonly action: string;
  readonly purpose: string;
  readonly recipient: string;
  readonly categories: readonly string[];
  readonly permitted: boolean;
  readonly sentences: readonly string[];
}

export interface DecisionsPage {
  readonly decisions: readonly LoggedDecision[];
  /** The `before` of the page that follows; undefined: nothing is older. A page may be empty and followed by another. */
  readonly next: number | undefined;
}

/** One entry as it stands in the tree. */
export interface LogEntry {
  readonly index: number;
  readonly entry: EntryId;
  readonly hour: string;
  /** Its bytes as text: canonical JSON. */
  readonly body: string;
  /** What was decided; absent of an entry of another kind. */
  readonly decision?: LoggedDecision;
}

/** The public face of the log: what anyone may fetch, and what an auditor may. */
export interface Log {
  /** The log's name, as every checkpoint states it. */
  readonly origin: string;
  /** The verifier key (C2SP signed-note, `name+id+key`): hand it to whoever checks. */
  readonly vkey: string;
  /** The newest checkpoint, a signed note (C2SP tlog-checkpoint). */
  checkpoint(): Promise<string>;
  /** Integrates what is pending now, instead of within a second. */
  flush(): Promise<string>;
  /** A hash tile (C2SP tlog-tiles): public. */
  tile(at: {
    readonly level: number;
    readonly n: number;
    readonly width: number;
  }): Promise<Uint8Array | undefined>;
  /** An entry bundle: for auditors. */
  entries(at: { readonly n: number; readonly width: number }): Promise<Uint8Array | undefined>;
  /** How often what went to whom because of which sentence, counted by this process from the entries. */
  flows(): Promise<FlowsTold>;
  /** The decisions in the tree, newest first: each names nobody. For auditors. */
  decisions(wanted?: DecisionsWanted): Promise<DecisionsPage>;
  /** One entry of the tree by its number: for auditors. Undefined: there is none of that number, or not yet. */
  entry(index: number): Promise<LogEntry | undefined>;
  /** How far the log is behind: entries not yet integrated, and the age of the oldest in ms. */
  pending(): Promise<{ readonly entries: number; readonly oldest: number | undefined }>;
}
