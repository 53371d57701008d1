import { field, html, type Markup, none, table, terms } from '@avow/server/look';
import type { PersonId } from 'avow';
import type { Context } from 'hono';
import { type Credentials, type Role, roles } from '../../operators/face.ts';
import { type Form, readForm } from '../form.ts';
import { goOn, show } from '../frame.ts';
import { actions } from '../own/page.ts';
import { faultList, type Wrong } from '../problems.ts';
import { type Office, only, reading } from './office.ts';

const administrators = ['administrator'] as const;

/** Who works here. */
export const people = (office: Office) =>
  only(office, administrators, (c, { operator }) => showPeople(office, c, operator));

/** Adds somebody, gives new credentials to somebody, or removes somebody. */
export const changingPeople = (office: Office) =>
  only(office, administrators, async (c, { operator }) => {
    const form = await readForm(c);
    switch (form.get('do')) {
      case 'add':
        return adding(office, c, operator, form);
      case 'renew':
        return renewing(office, c, operator, form);
      default:
        return removing(office, c, operator, form);
    }
  });

async function adding(office: Office, c: Context, you: PersonId, form: Form): Promise<Response> {
  const { said } = reading(office, c);
  const name = form.get('name').trim();
  const role = roles.find((each) => each === form.get('role'));
  const isSound = /^[a-z0-9][a-z0-9.-]{1,31}$/.test(name);
  if (!isSound || role === undefined) {
    return showPeople(office, c, you, { name: said.malformedName });
  }
  const added = await office.operators.add({ name, role });
  if (!('password' in added)) return showPeople(office, c, you, { name: said.taken });
  return showCredentials(office, c, name, added);
}

async function renewing(office: Office, c: Context, you: PersonId, form: Form): Promise<Response> {
  const { said } = reading(office, c);
  const name = form.get('renewed').trim();
  const renewed = await office.operators.renew(name);
  if (!('password' in renewed)) return showPeople(office, c, you, { renewed: said.unknown });
  return showCredentials(office, c, name, renewed);
}

/** Nobody removes themself, so that there is always an administrator left. */
async function removing(office: Office, c: Context, you: PersonId, form: Form): Promise<Response> {
  const { said } = reading(office, c);
  const known = await office.operators.list();
  const named = known.find(({ operator }) => operator === form.get('operator'));
  if (named?.operator === you) return showPeople(office, c, you, { people: said.notYourself });
  if (named !== undefined) await office.operators.remove(named.operator);
  return goOn(office, c, `${office.paths.people}?done=removed`);
}

/** Shown once: the answer to the form itself, which nothing keeps. */
function showCredentials(
  office: Office,
  c: Context,
  name: string,
  { role, password }: Credentials,
) {
  const { words, said, to } = reading(office, c);
  const main = html`<h1>${said.credentials}</h1><p class="lead">${said.credentialsLead}</p>
${terms([
  [said.name, html`<code>${name}</code>`],
  [words.login.password, html`<code data-password>${password}</code>`],
  [said.role, said.roles[role]],
])}
<div class="actions"><a class="button" href="${to(office.paths.people)}">${said.toPeople}</a></div>`;
  return show(office, c, { title: said.credentials, main });
}

async function showPeople(office: Office, c: Context, you: PersonId, wrong: Wrong = {}) {
  const { said, language, to } = reading(office, c);
  const { paths, operators } = office;
  const done = c.req.method === 'GET' && c.req.query('done') === 'removed';
  const form = (what: string, inside: Markup) =>
    html`<form method="post" action="${to(paths.people)}" novalidate><input type="hidden" name="do" value="${what}">${inside}</form>`;
  const rows = (await operators.list()).map(({ operator, role, hasSecondFactor }) => [
    html`<code>${operator}</code>`,
    said.roles[role],
    hasSecondFactor ? said.on : said.off,
    operator === you
      ? said.you
      : form(
          'remove',
          html`<button class="button button-plain button-small" name="operator" value="${operator}" aria-label="${said.removeNumber(operator)}">${said.remove}</button>`,
        ),
  ]);
  const main = html`<p class="eyebrow"><a href="${to(paths.home)}">${said.title}</a></p><h1 id="people">${said.people}</h1><p class="lead">${said.peopleLead}</p>
${done ? html`<p class="done" role="status">${said.removed}</p>` : none}${faultList(language, wrong)}
${table({ caption: said.people, head: [said.number, said.role, said.factor, said.remove], rows })}
<h2>${said.add}</h2>
${form('add', html`${field({ name: 'name', label: said.name, hint: said.malformedName, error: wrong['name'], autocomplete: 'off', limit: 32, required: true })}${rolePicker(said.role, said.roles)}${actions(said.addButton)}`)}
<h2>${said.renew}</h2><p>${said.renewLead}</p>
${form('renew', html`${field({ name: 'renewed', label: said.name, error: wrong['renewed'], autocomplete: 'off', limit: 32, required: true })}${actions(said.renewButton)}`)}`;
  const status = Object.keys(wrong).length === 0 ? 200 : 422;
  return show(office, c, { title: said.people, main }, status);
}

const rolePicker = (label: string, names: Readonly<Record<Role, string>>): Markup =>
  html`<div class="field"><label for="role">${label}</label><select id="role" name="role">${roles.map(
    (role) => html`<option value="${role}">${names[role]}</option>`,
  )}</select></div>`;
