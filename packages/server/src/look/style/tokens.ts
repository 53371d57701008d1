import { dark, light, type Palette } from '../palette.ts';

/** Writes a palette as custom properties: `onAccent` becomes `--on-accent`. */
function properties(palette: Palette): string {
  return Object.entries(palette)
    .map(
      ([name, colour]) => `--${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}: ${colour};`,
    )
    .join('\n  ');
}

/**
 * Every size, face and colour that the other sheets use. Faces are those a machine already has:
 * a serif for what is read, a sans for what is operated. Chinese text takes a Song face where it
 * is well cut (macOS, Noto, Source Han) and otherwise the system's Hei; never SimSun, which is
 * drawn for low resolutions.
 *
 * Sizes of type are a sixth apart, two steps at a time (a minor third); spaces double, with one
 * step between the two that are used most.
 *
 * The dark colours are for screens alone: paper is light.
 */
export const tokens = `:root {
  color-scheme: light dark;
  ${properties(light)}

  --read: 'Iowan Old Style', 'Palatino Linotype', Palatino, 'Source Serif 4', 'Noto Serif',
    'Songti SC', 'Noto Serif CJK SC', 'Noto Serif SC', 'Source Han Serif SC', Georgia, 'Microsoft YaHei', serif;
  --work: Seravek, 'Gill Sans Nova', 'Segoe UI', 'Noto Sans', system-ui, 'PingFang SC',
    'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif;
  --code: ui-monospace, 'SF Mono', 'Cascadia Code', 'Noto Sans Mono', Menlo, Consolas, monospace;

  --small: 0.833rem;
  --text: 1rem;
  --lead: 1.2rem;
  --title: 1.44rem;
  --display: clamp(1.728rem, 1.35rem + 1.7vw, 2.4rem);

  --measure: 37rem;
  --margin-number: 4.25rem;
  --wide: 72rem;

  --hair: 0.25rem;
  --near: 0.5rem;
  --step: 1rem;
  --room: 1.5rem;
  --apart: 2rem;
  --far: 3.5rem;
  --round: 0.3rem;
}

@media screen and (prefers-color-scheme: dark) {
  :root {
  ${properties(dark)}
  }
}`;
