import { Differs } from './answer.ts';

/** Somebody at the market: reads pages, sends forms, keeps cookies as a browser does. No scripts are run. */
export interface Visitor {
  read(path: string): Promise<string>;
  /** Sends a form, and follows to the page that it leads to. */
  send(path: string, fields?: Readonly<Record<string, string>>): Promise<Page>;
  /** The names of the cookies that the browser keeps now. */
  cookies(): readonly string[];
}

export interface Page {
  readonly status: number;
  readonly path: string;
  readonly text: string;
}

export function visitor(base: string): Visitor {
  const kept = new Map<string, string>();

  const go = async (path: string, form?: URLSearchParams): Promise<Page> => {
    const response = await fetch(new URL(path, base), {
      redirect: 'manual',
      headers: {
        origin: base,
        'accept-language': 'en',
        ...(kept.size > 0 && { cookie: [...kept.values()].join('; ') }),
      },
      ...(form && { method: 'POST', body: form }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';', 1);
      const name = pair.slice(0, pair.indexOf('='));
      if (/Max-Age=0/i.test(set)) kept.delete(name);
      else kept.set(name, pair);
    }
    const next = response.headers.get('location');
    if (next !== null && response.status === 303) return go(next);
    return { status: response.status, path, text: await response.text() };
  };

  return {
    async read(path) {
      const page = await go(path);
      if (page.status !== 200) throw new Differs(`${path} answers ${page.status}.`);
      return page.text;
    },
    send: (path, fields = {}) => go(path, new URLSearchParams(fields)),
    cookies: () => [...kept.keys()].sort(),
  };
}
