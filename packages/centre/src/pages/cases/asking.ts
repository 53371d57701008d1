import { faults, field, html, type Markup } from '@avow/server/look';
import { isSentBefore } from '@avow/server/mounted';
import { isAvowFault, type RightAskedFor, rightsAskedFor } from 'avow';
import { stranger } from '../../web/fault.ts';
import { keyOf, MalformedForm, once, readForm } from '../../web/form.ts';
import { centrePage } from '../../web/frame.ts';
import { owing } from '../../web/policy.ts';
import { type Centre, known, type Visit } from '../../web/visit.ts';

const longest = 4_000;

/** Where people ask what they cannot do here by themselves. */
export const asking = () => known((c) => c.html(askingPage(c.var.visit)), stranger);

export const sendingRequest = (centre: Centre) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const form = await readForm(c, ['about', 'asked', 'once']);
    const about = rightsAskedFor.find((each) => each === form.about);
    if (about === undefined) throw new MalformedForm();
    const { asked: text } = form;
    if (text === '' || text.length > longest) {
      return c.html(askingPage(visit, { about, text, error: visit.words.asking.need }), 422);
    }
    try {
      const made = await centre.avow.desk.requests.make({ person, about, text, ...keyOf(form) });
      return c.redirect(visit.to(`/cases/${made.case}`), 303);
    } catch (problem) {
      const isMany = isAvowFault(problem, 'AVOW_TOO_MANY');
      if (!isMany && !isSentBefore(problem)) throw problem;
      const error = isMany ? visit.words.asking.tooMany : visit.words.fault.sentBefore;
      return c.html(askingPage(visit, { about, text, error }), 409);
    }
  }, stranger);

interface Entered {
  readonly about?: RightAskedFor;
  readonly text?: string;
  readonly error?: string;
}

function askingPage(visit: Visit, { about, text, error }: Entered = {}): Markup {
  const { words, language, to } = visit;
  const { asking: said } = words;
  const main = html`<h1>${said.title}</h1><p class="lead">${said.lead}</p>
${owing(visit, 'answerRights')}
${error === undefined ? '' : faults(language, [{ name: 'asked', error }])}
<form method="post" action="${to('/cases/ask')}">${once()}
<div class="field"><label for="about">${said.about}</label><select id="about" name="about">${rightsAskedFor.map((each) => html`<option value="${each}"${each === about ? html` selected` : ''}>${said.abouts[each]}</option>`)}</select></div>
${field({ name: 'asked', label: said.text, lines: 6, limit: longest, required: true, value: text, error })}
<div class="actions"><button class="button">${said.send}</button></div></form>`;
  return centrePage(visit, said.title, main);
}
