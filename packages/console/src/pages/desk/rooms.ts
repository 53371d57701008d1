import { type Markup, tabs } from '@avow/server/look';
import type { Visit } from '../../web/visit.ts';

/** The desk's own list of cases, and the registers beside it. Whoever adds a register adds its way here. */
const registers = ['desk', 'statutes', 'bases', 'children'] as const;

/** The ways between them, as far as the reader may go; and how often something was disclosed, as everybody reads it. */
export function deskRooms(visit: Visit, here: (typeof registers)[number]): Markup {
  const { words, to, place, language } = visit;
  const { desk: said } = words;
  const labels = {
    desk: said.cases,
    statutes: said.statutes,
    bases: said.bases,
    children: said.children,
  } as const;
  const open = registers.filter((each) => visit.may(each));
  return tabs(said.title, [
    ...open.map((each) => ({ href: to(each), label: labels[each], current: each === here })),
    { href: `${place.reports ?? '/bases'}?lang=${language}`, label: said.reports },
  ]);
}
