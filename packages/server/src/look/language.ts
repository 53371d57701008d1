/**
 * Chooses the language of an answer: the one asked for by name (`?lang=`), else the best of
 * `Accept-Language` (RFC 9110 §12.5.4, matched by RFC 4647 lookup), else the first that is offered.
 * A tag matches whole (`zh-CN`) or by its primary part (`zh`, `zh-Hans-CN`).
 */
export function chooseLanguage<L extends string>(
  offered: readonly [L, ...L[]],
  asked: string | undefined,
  accepted?: string | undefined,
): L {
  const wanted = [...(asked ? [asked] : []), ...ranked(accepted ?? '')];
  for (const tag of wanted) {
    const found = match(offered, tag);
    if (found !== undefined) return found;
  }
  return offered[0];
}

function match<L extends string>(offered: readonly L[], tag: string): L | undefined {
  const whole = tag.toLowerCase();
  const primary = whole.split('-', 1)[0];
  return (
    offered.find((each) => each.toLowerCase() === whole) ??
    offered.find((each) => each.toLowerCase().split('-', 1)[0] === primary)
  );
}

/** The tags of an `Accept-Language` header, best first; what is not well formed is left out. */
function ranked(header: string): string[] {
  return header
    .slice(0, 500)
    .split(',')
    .map((part) =>
      /^\s*([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)\s*(?:;\s*q=([01](?:\.\d{0,3})?))?\s*$/.exec(part),
    )
    .filter((found) => found !== null)
    .map((found) => ({ tag: found[1] ?? '', quality: Number(found[2] ?? '1') }))
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}

/** A language's name for itself, without its region: `English`, `中文`. */
export function languageName(language: string): string {
  const primary = language.split('-', 1)[0] ?? language;
  return new Intl.DisplayNames([language], { type: 'language' }).of(primary) ?? language;
}
