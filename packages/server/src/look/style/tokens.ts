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
 */
export const tokens = `:root {
  color-scheme: light dark;
  ${properties(light)}

  --read: 'Iowan Old Style', 'Palatino Linotype', Palatino, 'Source Serif 4', 'Noto Serif',
    'Songti SC', 'Noto Serif CJK SC', 'Noto Serif SC', 'Source Han Serif SC', Georgia, serif;
  --work: Seravek, 'Gill Sans Nova', 'Segoe UI', 'Noto Sans', system-ui, 'PingFang SC',
    'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif;
  --code: ui-monospace, 'SF Mono', 'Cascadia Code', 'Noto Sans Mono', Menlo, Consolas, monospace;

  --small: 0.84rem;
  --text: 1rem;
  --lead: 1.22rem;
  --title: 1.5rem;
  --display: clamp(1.85rem, 1.3rem + 2.4vw, 2.7rem);

  --measure: 37rem;
  --margin-number: 4.75rem;
  --wide: 72rem;

  --hair: 0.25rem;
  --near: 0.5rem;
  --step: 1rem;
  --apart: 2rem;
  --far: 3.5rem;
  --round: 0.3rem;
}

@media (prefers-color-scheme: dark) {
  :root {
  ${properties(dark)}
  }
}`;
