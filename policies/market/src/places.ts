import type { Vocabulary } from '@avow/policy';
import type { MarketText } from './parameters.ts';
import { type MarketRegion, regions } from './vocabulary/regions.ts';
import { words } from './vocabulary.ts';

/**
 * The words of a platform that has these regions and no others. Rules name no region, so nothing but the
 * list differs; the type knows all of them, so that one program can be written for either.
 */
export function wordsIn(names: readonly MarketRegion[]): typeof words {
  const chosen = Object.fromEntries(names.map((name) => [name, regions[name]]));
  const vocabulary: Vocabulary = { ...words, words: { ...words.words, regions: chosen } };
  return vocabulary as typeof words;
}

/** The countries, as the page names them. */
export function placesNamed(names: readonly MarketRegion[]): MarketText {
  const labels = names.map((name) => regions[name].label);
  return {
    en: new Intl.ListFormat('en', { type: 'conjunction' }).format(labels.map(({ en }) => en)),
    'zh-CN': labels.map((label) => label['zh-CN']).join('和'),
  };
}
