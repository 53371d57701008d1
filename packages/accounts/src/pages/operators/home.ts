import { html, none, terms } from '@avow/server/look';
import { roles } from '../../operators/face.ts';
import { show } from '../frame.ts';
import { type Office, only, reading } from './office.ts';

/** Where an operator lands: who they are here, and what there is for their role. */
export const home = (office: Office) =>
  only(office, roles, (c, { operator, role }) => {
    const { said, to } = reading(office, c);
    const { paths } = office;
    const ways = [
      ...office.ways(c, role).map((way) => ({ ...way, help: '' })),
      ...(role === 'administrator'
        ? [{ href: to(paths.people), label: said.people, help: said.peopleHelp }]
        : []),
      { href: to(paths.password), label: said.changePassword, help: said.changePasswordHelp },
    ];
    const main = html`<h1>${said.home}</h1>
${terms([
  [said.role, said.roles[role]],
  [said.number, html`<code>${operator}</code>`],
])}
<h2>${said.here}</h2><ul class="lines">${ways.map(
      ({ href, label, help }) =>
        html`<li><a href="${href}">${label}</a>${help === '' ? none : html` <span class="quiet">${help}</span>`}</li>`,
    )}</ul>
<form method="post" action="${to(paths.logout)}"><div class="actions"><button class="button button-plain">${said.logout}</button></div></form>`;
    return show(office, c, { title: said.home, main });
  });
