/** A branch of information that a sentence lets go, or a class of recipient; and how often it did. */
export interface FlowEnd {
  readonly name: string;
  readonly times: number;
}

/** One sentence: what it lets flow, to whom, and how often it has. */
export interface PicturedFlow {
  readonly sentence: string;
  readonly permitted: number;
  readonly from: readonly FlowEnd[];
  readonly to: readonly FlowEnd[];
}

/** A part of the picture: a column's node, or a band between two. */
interface FlowPart {
  readonly category?: string;
  readonly sentence?: string;
  readonly recipient?: string;
}

/** The texts of the picture, in the reader's language, and where its parts lead. */
export interface FlowLabels {
  readonly title: string;
  readonly description: string;
  /** The same of the rows that a phone shows instead. */
  readonly rows: string;
  branch(name: string): string;
  recipient(name: string): string;
  /** How often something was permitted. */
  times(count: number): string;
  /** That so many sentences have permitted nothing so far. */
  quiet(count: number): string;
  /** The page that tells more of a part. */
  href(part: FlowPart): string;
}
