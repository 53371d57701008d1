import { type Dimension, type Scope, selects } from '../model/rule.ts';

/** A product of words: every place whose words it holds. */
export type Box = Readonly<Record<Dimension, readonly string[]>>;

/**
 * The space of questions, cut by the scopes of rules. It is a decision diagram of four steps, one per
 * dimension: from node to node by the class of a word, where words that the same scopes select are one
 * class, and nodes to which the same scopes remain are one node. So its size grows with how the scopes
 * differ, not with the number of places.
 */
export interface Diagram {
  readonly steps: readonly [Step, Step, Step, Step];
  readonly root: Node;
  /** The last nodes: each a set of places to which just the same scopes apply. */
  readonly leaves: readonly Node[];
}

/** The way through one dimension. */
export interface Step {
  readonly dimension: Dimension;
  readonly classes: readonly Class[];
  readonly classOf: ReadonlyMap<string, number>;
}

interface Class {
  readonly words: string[];
  readonly selectedBy: readonly boolean[];
}

/** A point on the way: what still applies, and where each class of words leads. */
export interface Node {
  /** Indices of the scopes that still apply, rising. */
  readonly scopes: readonly number[];
  /** The next node, by class of the next step. */
  readonly next: Node[];
  /** The nodes before it, each with the words that lead here. */
  readonly origins: { readonly node: Node; readonly words: string[] }[];
  /** How many places (partial ones, above the leaves) lead here. */
  places: number;
  /** Its number among the nodes of its step. */
  readonly index: number;
}

/**
 * Builds the diagram. `words` are the leaves of each dimension. The dimension with the most words
 * comes first, so that the last steps, which have the most nodes, have the fewest branches.
 */
export function diagram(
  scopes: readonly Scope[],
  words: Readonly<Record<Dimension, readonly string[]>>,
): Diagram {
  const cut = (dimension: Dimension) => step(dimension, words[dimension], scopes);
  const steps = [cut('categories'), cut('purposes'), cut('actions'), cut('recipients')] as const;
  const root: Node = {
    scopes: scopes.map((_, i) => i),
    next: [],
    origins: [],
    places: 1,
    index: 0,
  };
  let nodes: readonly Node[] = [root];
  for (const one of steps) nodes = descend(nodes, one);
  return { steps, root, leaves: nodes };
}

function step(dimension: Dimension, words: readonly string[], scopes: readonly Scope[]): Step {
  const classes = new Map<string, Class & { readonly index: number }>();
  const classOf = new Map<string, number>();
  for (const word of words) {
    const selectedBy = scopes.map((scope) => selects(scope[dimension], word));
    const key = selectedBy.map(Number).join('');
    const found = classes.get(key) ?? { words: [], selectedBy, index: classes.size };
    found.words.push(word);
    classes.set(key, found);
    classOf.set(word, found.index);
  }
  return { dimension, classes: [...classes.values()], classOf };
}

function descend(nodes: readonly Node[], { classes }: Step): readonly Node[] {
  const shared = new Map<string, Node>();
  for (const node of nodes) {
    for (const { words, selectedBy } of classes) {
      const scopes = node.scopes.filter((scope) => selectedBy[scope]);
      const key = scopes.join();
      const next = shared.get(key) ?? {
        scopes,
        next: [],
        origins: [],
        places: 0,
        index: shared.size,
      };
      shared.set(key, next);
      node.next.push(next);
      const origin = next.origins.at(-1);
      if (origin?.node === node) origin.words.push(...words);
      else next.origins.push({ node, words: [...words] });
      next.places += node.places * words.length;
    }
  }
  return [...shared.values()];
}

/** The node after this one by a word, if the word is a leaf of the step's dimension. */
export function follow(node: Node | undefined, step: Step, word: string): Node | undefined {
  const index = step.classOf.get(word);
  return index === undefined ? undefined : node?.next[index];
}

/** The places of a node as boxes that do not overlap. */
export function boxes(node: Node, { steps }: Diagram): readonly Box[] {
  const upwards = (from: Node, depth: number): readonly Partial<Box>[] => {
    const dimension = steps[depth - 1]?.dimension;
    if (dimension === undefined) return [{}];
    return from.origins.flatMap(({ node: origin, words }) =>
      upwards(origin, depth - 1).map((box) => ({ ...box, [dimension]: words })),
    );
  };
  return upwards(node, steps.length) as readonly Box[];
}
