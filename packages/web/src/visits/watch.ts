import type { Words } from '@avow/policy';
import type { PersonId, Visit, Visits } from 'avow';
import { originBehind } from './address.ts';
import { agentOf, languageIn } from './agent.ts';
import { type Answered, isSameOrigin, LARGEST_REPORT, reportIn } from './report.ts';

/** A request, as far as a visit is read from it. */
export interface Visited {
  readonly method: string;
  /** The path, with or without query; or the whole address. */
  readonly url: string;
  /** A header by its name in small letters. */
  header(name: string): string | undefined;
  /** The address at the other end of the connection, if there is one. */
  readonly peer: string | undefined;
}

export interface VisitOptions {
  readonly avow: { readonly visits: Pick<Visits<Words>, 'note' | 'missed'> };
  /**
   * Whose browser it is, told by its `Cookie` header: a session is looked up, say. It must keep nothing of
   * it. Nobody known: the visit is of a device that stands for all such browsers.
   */
  subject?(cookie: string | undefined): PersonId | undefined | Promise<PersonId | undefined>;
  /** Which requests are pages. Default: what a browser goes to by GET or HEAD, answered with HTML. */
  isPage?(request: Visited, answer: { readonly status: number; readonly type: string }): boolean;
  /** Proxies of the platform's own, whose `X-Forwarded-For` is believed. Default: nobody's. */
  readonly proxies?: readonly string[];
  /** Where a page's script tells of pages that were reached without a request. Default `/avow/visit`. */
  readonly path?: string;
}

/** What adapters of all makes do their work by. */
export interface VisitWatch {
  /** A request was answered. Returns at once, and never throws. */
  answered(request: Visited, answer: { readonly status: number; readonly type: string }): void;
  /** Whether a request is for the endpoint of scripts. */
  isReport(request: Visited): boolean;
  /** Takes what a script tells; `body` stops reading where there is more than it may be. */
  report(request: Visited, body: (most: number) => Promise<string | undefined>): Promise<Answered>;
}

/**
 * Notes visits as requests come by. No answer waits for it, and none fails because of it: what cannot be
 * read or recorded is counted.
 */
export function visitWatch(options: VisitOptions): VisitWatch {
  const { avow, subject, isPage = isNavigation, path = '/avow/visit', proxies = [] } = options;
  const originOf = originBehind(proxies);

  /** What a request itself tells. */
  function seenIn(request: Visited): Visit {
    const ip = originOf(request.peer, request.header('x-forwarded-for'));
    const language = languageIn(request.header('accept-language'));
    return {
      ...(ip === undefined ? {} : { ip }),
      ...(language === undefined ? {} : { language }),
      ...agentOf(request.header('user-agent')),
      page: pathIn(request.url),
    };
  }

  function note(request: Visited, more: Visit): void {
    try {
      const visit = { ...seenIn(request), ...more };
      const whose = subject?.(request.header('cookie'));
      // An application without a subject knows nobody.
      if (whose === undefined) avow.visits.note(visit);
      else avow.visits.note(visit, whose);
    } catch {
      avow.visits.missed('fault');
    }
  }

  return {
    answered(request, answer) {
      try {
        if (isPage(request, answer)) note(request, {});
      } catch {
        avow.visits.missed('fault');
      }
    },
    isReport: (request) => request.method === 'POST' && pathIn(request.url) === path,
    async report(request, body) {
      if (!isSameOrigin(request)) return 403;
      if (!/^application\/json\b/i.test(request.header('content-type') ?? '')) return 415;
      const text = await body(LARGEST_REPORT);
      if (text === undefined) return 413;
      const told = reportIn(text);
      if (told === undefined) return 400;
      note(request, told);
      return 204;
    },
  };
}

/** A browser that goes to a page; browsers of before do not say so, and are believed. */
function isNavigation(request: Visited, { type }: { readonly type: string }): boolean {
  const { method } = request;
  const mode = request.header('sec-fetch-mode') ?? 'navigate';
  const isAhead = /prefetch|prerender/.test(request.header('sec-purpose') ?? '');
  const isRead = method === 'GET' || method === 'HEAD';
  return isRead && mode === 'navigate' && !isAhead && /^text\/html\b/i.test(type);
}

/** The path of an address, without query: also of one that is only a path. */
function pathIn(url: string): string {
  const [path = ''] = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').split(/[?#]/, 1);
  return path === '' ? '/' : path.slice(0, 2_048);
}
