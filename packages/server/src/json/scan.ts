import type { HttpCode } from '../http/codes.ts';
import { pointerOf } from './pointer.ts';

/** What is wrong with a JSON text that is otherwise well formed, and where (RFC 6901). */
interface Flaw {
  readonly code: Extract<HttpCode, 'AVOW_BODY_TOO_DEEP' | 'AVOW_BODY_DUPLICATE_NAME'>;
  readonly pointer: string;
}

interface Level {
  /** Names met so far; undefined in an array. */
  readonly names: Set<string> | undefined;
  /** Whether the next string is a name. */
  naming: boolean;
  /** Where in it we are: a name, or an index. */
  step: string | number;
}

/**
 * Looks through a JSON text for what `JSON.parse` lets pass: nesting beyond `deepest`, and an object
 * that holds one name twice (RFC 8259 §4 leaves the meaning open: two readers may then see two
 * different requests). Call it on text that `JSON.parse` has accepted; one pass, no recursion.
 */
export function findFlaw(text: string, deepest: number): Flaw | undefined {
  const levels: Level[] = [];
  const here = () => pointerOf(levels.map(({ step }) => step));
  for (let at = 0; at < text.length; at++) {
    const level = levels.at(-1);
    switch (text[at]) {
      case '{':
      case '[': {
        if (levels.length === deepest) return { code: 'AVOW_BODY_TOO_DEEP', pointer: here() };
        const names = text[at] === '{' ? new Set<string>() : undefined;
        levels.push({ names, naming: names !== undefined, step: 0 });
        break;
      }
      case '}':
      case ']':
        levels.pop();
        break;
      case ',':
        if (level?.names) level.naming = true;
        else if (level) level.step = Number(level.step) + 1;
        break;
      case '"': {
        const end = endOfString(text, at);
        if (level?.names && level.naming) {
          // Compared as read, not as written: `"a"` and `"\u0061"` are one name.
          level.step = JSON.parse(text.slice(at, end + 1)) as string;
          level.naming = false;
          if (level.names.has(level.step)) {
            return { code: 'AVOW_BODY_DUPLICATE_NAME', pointer: here() };
          }
          level.names.add(level.step);
        }
        at = end;
      }
    }
  }
  return undefined;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
