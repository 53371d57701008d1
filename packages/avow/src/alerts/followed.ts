/** A deed after which somebody may have to be written to; what it answers waits for no mail. */
export function followed<Asked, Done>(
  deed: (what: Asked) => Promise<Done>,
  soon: () => void,
): (what: Asked) => Promise<Done> {
  return async (what) => {
    const done = await deed(what);
    soon();
    return done;
  };
}
