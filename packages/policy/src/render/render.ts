import type { Policy } from '../model/policy.ts';
import { layOut } from './document.ts';
import { type Beside, toHtml, toPage } from './html.ts';
import { toMarkdown } from './markdown.ts';

/** How to render a policy. */
export interface RenderOptions {
  /** One of the languages of the policy. */
  readonly language: string;
  readonly format: 'html' | 'markdown';
  /** For HTML: a whole page in place of a fragment, with this style sheet (a URL) if one is given. */
  readonly page?: { readonly stylesheet?: string };
  /** The law profiles whose marks stand beside the sentences; all of them unless stated. */
  readonly profiles?: readonly string[];
  /** For a fragment of HTML: what stands beside each sentence. */
  readonly beside?: Beside;
}

/**
 * The policy as people read it, followed by two sections made from its rules: who can access what, and
 * when it is disclosed. No scripts; every sentence can be linked to. Throws `AVOW_UNKNOWN_LANGUAGE`.
 */
export function render(policy: Policy, options: RenderOptions): string {
  const laws = options.profiles ?? policy.profiles.map(({ id }) => id);
  const document = layOut(policy, options.language, laws);
  switch (options.format) {
    case 'markdown':
      return toMarkdown(document);
    case 'html':
      return options.page === undefined
        ? toHtml(document, options.beside)
        : toPage(document, options.page.stylesheet);
  }
}
