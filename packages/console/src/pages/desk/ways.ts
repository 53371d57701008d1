import type { Words } from '@avow/policy';
import { html, type Markup, none } from '@avow/server/look';
import type { Case } from 'avow';
import type { RouteName } from '../../access.ts';
import type { Operator } from '../../options.ts';
import { once } from '../../web/form.ts';
import type { Visit } from '../../web/visit.ts';

/** Something that can be done with the record that a case rests on. */
export interface WayOn {
  readonly route: RouteName;
  readonly label: string;
}

/** What the reader may do in a case as it stands: nothing is offered that is not theirs to do. */
export function waysIn(
  visit: Visit,
  operator: Operator,
  found: Case<Words>,
  more: readonly WayOn[],
): Markup {
  const { words, to } = visit;
  const { desk: said } = words;
  const isOpen = found.state === 'open';
  const handsOver = found.to !== undefined;
  // An appeal is settled, and a request of a person answered.
  const hasOwnEnd = found.type === 'appeal' || found.type === 'rights';
  const open: readonly WayOn[] = [
    ...(handsOver ? [{ route: 'deliver', label: said.deliver.title } as const] : []),
    ...(hasOwnEnd
      ? []
      : ([
          { route: 'refuse', label: said.refuse.title },
          { route: 'close', label: said.close.title },
        ] as const)),
  ];
  const ways = [...more, ...(isOpen ? open : [])].filter(({ route }) => visit.may(route));
  const isMine = found.operator === operator.operator;
  const press = (route: 'taking' | 'looking', label: string) =>
    html`<form class="press" method="post" action="${to(route)}">${once()}<input type="hidden" name="case" value="${found.case}"><button class="button button-plain">${label}</button></form>`;
  const presses = isOpen
    ? [
        ...(!isMine && visit.may('taking') ? [press('taking', said.take)] : []),
        ...(isMine && handsOver && visit.may('looking') ? [press('looking', said.look)] : []),
      ]
    : [];
  if (ways.length === 0 && presses.length === 0) return html`<p>${said.nothingToDo}</p>`;
  return html`<div class="ways">${presses}${ways.map(
    ({ route, label }) =>
      html`<a class="button button-plain" href="${to(route, { case: found.case })}">${label}</a>`,
  )}</div>${isMine && handsOver && isOpen ? html`<p class="quiet small">${said.lookIsTold}</p>` : none}`;
}
