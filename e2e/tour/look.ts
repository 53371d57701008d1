import { describe, expect, test } from 'vitest';
import { stage } from '../journeys/stage.ts';
import type { OpenMarket } from '../market.ts';
import { type Look, looksAt, sizes, type Width } from './picture.ts';
import { scenes } from './scenes/index.ts';
import { tour } from './tour.ts';
import { type Visitor, watched } from './visitor.ts';

/** Who plays a scene: people who come by one after another, all with the same look, at one market. */
export interface Cast {
  readonly language: Look['language'];
  market(): OpenMarket;
  /** Somebody comes by, whose pages are looked at. */
  come(): Promise<Visitor>;
}

/** Plays a scene; answers what was wrong with its pages. */
type Played = (
  play: (cast: Cast) => Promise<void>,
) => Promise<{ readonly found: readonly string[]; readonly slow: readonly string[] }>;

/** Tests of every page at one width. The two widths are files of their own, so that they run at the same time. */
export function lookAt(width: Width): void {
  describe.each(looksAt(width))('every page, $width and $scheme, in $language', (look) => {
    const played = staged(look);
    test('is light, and can be used by everybody', { timeout: 600_000 }, async () => {
      const { found, slow } = await played(tour);
      expect([...found, ...slow]).toEqual([]);
    });
  });
}

/** Tests of pages that are there only once something has happened, each with what it takes. */
export function playAt(width: Width): void {
  describe.each(looksAt(width))('with data in it, $width and $scheme, in $language', (look) => {
    const played = staged(look);
    test.each(Object.entries(scenes))('%s', { timeout: 300_000 }, async (_, scene) => {
      expect((await played(scene)).found).toEqual([]);
    });
  });
}

function staged(look: Look): Played {
  const { visitor, market } = stage();
  return async (play) => {
    const cast: Visitor[] = [];
    await play({
      language: look.language,
      market,
      async come() {
        const page = await visitor({
          locale: look.language,
          colorScheme: look.scheme,
          viewport: sizes[look.width],
          reducedMotion: 'reduce',
          javaScriptEnabled: true, // for axe, which waits by timers
        });
        const come = await watched(page, look);
        cast.push(come);
        return come;
      },
    });
    return {
      found: cast.flatMap(({ found }) => found()),
      slow: cast.flatMap(({ slow }) => slow()),
    };
  };
}
