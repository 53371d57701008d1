/**
 * Asks the server to decide about a cookie that a script sets, which puts it on record. Names travel,
 * values never; of a cookie that is not listed only as much of its name as may be told.
 */
export async function decided(base: string, name: string): Promise<boolean> {
  try {
    const answer = await fetch(`${base}/cookie`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name }),
      keepalive: true,
    });
    return answer.ok && ((await answer.json()) as { permitted?: unknown }).permitted === true;
  } catch {
    return false;
  }
}

/** Each run of digits as `0`: a name may hold what tells people apart. */
export const tellable = (name: string): string => name.replace(/\d+/g, '0').slice(0, 64);
