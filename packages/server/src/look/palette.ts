/**
 * The colours, once for light and once for dark. One accent (harbour teal) marks what can be
 * followed and what was permitted; `grave` (brick) stands only where something was refused, went
 * wrong or cannot be undone; `wary` (amber) where somebody is waited for, or should look. Colour never
 * speaks alone: a word or a shape says the same.
 *
 * `test/look/contrast.test.ts` holds every pair that pages put together to WCAG 2.2 AA.
 */
export interface Palette {
  /** The page. */
  readonly paper: string;
  /** What lies on the page: fields, panels. */
  readonly raised: string;
  /** What is let into the page: code, a table's head. */
  readonly sunk: string;
  /** Text. */
  readonly ink: string;
  /** Text of second rank: still AA on all three grounds. */
  readonly quiet: string;
  /** Hairlines that only decorate. */
  readonly line: string;
  /** Borders that make a control recognisable: 3:1 on its grounds. */
  readonly edge: string;
  readonly accent: string;
  /** Text on the accent. */
  readonly onAccent: string;
  readonly accentWash: string;
  readonly grave: string;
  readonly onGrave: string;
  readonly graveWash: string;
  readonly wary: string;
  readonly waryWash: string;
}

/** For `prefers-color-scheme: light`, and where nothing is preferred. */
export const light: Palette = {
  paper: '#fbfaf6',
  raised: '#ffffff',
  sunk: '#f2f0e9',
  ink: '#1c2220',
  quiet: '#545d59',
  line: '#dad7cd',
  edge: '#7b827d',
  accent: '#0a5c58',
  onAccent: '#ffffff',
  accentWash: '#e4f0ed',
  grave: '#8f2d1f',
  onGrave: '#ffffff',
  graveWash: '#f8eae6',
  wary: '#6f4e00',
  waryWash: '#f7eed8',
};

/** For `prefers-color-scheme: dark`. */
export const dark: Palette = {
  paper: '#141819',
  raised: '#1c2223',
  sunk: '#232a2b',
  ink: '#e9e7e0',
  quiet: '#aab2ae',
  line: '#343c3d',
  edge: '#7f8986',
  accent: '#86cdc4',
  onAccent: '#08211f',
  accentWash: '#17322f',
  grave: '#f2a898',
  onGrave: '#2b0f09',
  graveWash: '#38201b',
  wary: '#e3bf73',
  waryWash: '#332a17',
};
