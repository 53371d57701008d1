import type { Words } from '@avow/policy';
import { html, terms } from '@avow/server/look';
import type { Case } from 'avow';
import type { Visit } from '../../../web/visit.ts';
import type { Ground } from '../ground.ts';

/** What is appealed against, and the way to settle it, which is how an appeal ends. */
export function appealGround({ words, to }: Visit, found: Case<Words>): Ground {
  const first = found.evidence ?? '';
  return {
    main: terms([
      [
        words.desk.appealed,
        html`<a href="${to('case', { case: first })}"><code>${first}</code></a>`,
      ],
    ]),
    ways: found.state === 'open' ? [{ route: 'settle', label: words.appeal.settle.title }] : [],
  };
}
