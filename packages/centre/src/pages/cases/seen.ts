import type { Words } from '@avow/policy';
import { html, type Markup } from '@avow/server/look';
import type { Case, PersonId } from 'avow';
import { once } from '../../web/form.ts';
import type { Centre, Seen, Visit } from '../../web/visit.ts';

/** One case that concerns the reader, and what they can do in it. */
export interface SeenCase {
  readonly visit: Visit;
  readonly person: PersonId;
  readonly found: Case<Words>;
}

/** The case that the path names, if it concerns the reader; to anybody else it is not there. */
export async function caseOf(
  { avow }: Centre,
  person: PersonId,
  c: Seen,
): Promise<Case<Words> | undefined> {
  const id = c.req.param('case');
  return (await avow.desk.cases.of(person)).find((each) => each.case === id);
}

/** A button that does one thing in a case, with what comes of it said before. */
export const deed = (
  { to }: Visit,
  found: Pick<Case<Words>, 'case'>,
  does: string,
  label: string,
  lead: string,
  kind = 'button',
): Markup => html`<form method="post" action="${to(`/cases/${found.case}`)}">${once()}<p>${lead}</p>
<div class="actions"><button class="${kind}" name="do" value="${does}">${label}</button></div></form>`;
