import type { State } from './state.ts';

/** For as long as this tab is open: somebody without an account said no, and is not asked again. */
const SAID_NO = 'avow-cookies';

interface Told {
  readonly said: string;
  /** The purposes that people are asked about, and those of them that are allowed now. */
  readonly asked: readonly string[];
  readonly allowed: readonly string[];
  readonly isNo: boolean;
}

/**
 * Enlivens the question about cookies that stands first in a page, or fetches it. Everything in it is a
 * form that works without this. Closing the dialog, scrolling and leaving say nothing.
 */
export async function choice(state: State): Promise<void> {
  let found = document.querySelector<HTMLElement>('[data-avow=ask]');
  if (sessionStorage.getItem(SAID_NO)) return found?.remove();
  if (!found && state.asks) found = await fetched(state.base);
  if (found) enliven(found, state);
}

async function fetched(base: string): Promise<HTMLElement | null> {
  const lang = encodeURIComponent(document.documentElement.lang);
  const answer = await fetch(`${base}/choice?lang=${lang}`).catch(() => undefined);
  if (answer?.status !== 200) return null;
  const piece = document.createElement('template');
  piece.innerHTML = await answer.text();
  const section = piece.content.querySelector<HTMLElement>('[data-avow=ask]');
  if (!section) return null;
  const style = document.createElement('link');
  Object.assign(style, { rel: 'stylesheet', href: `${base}/cookies.css` });
  document.head.append(style);
  document.body.prepend(section);
  return section;
}

function enliven(section: HTMLElement, state: State): void {
  const dialog = section.querySelector('dialog');
  section.querySelector('[data-avow=each]')?.addEventListener('click', (event) => {
    event.preventDefault();
    dialog?.showModal();
  });
  section.addEventListener('submit', async (event) => {
    const form = event.target as HTMLFormElement;
    const button = (event as SubmitEvent).submitter as HTMLButtonElement | null;
    if (button?.formMethod === 'dialog') return;
    event.preventDefault();
    const told = await sent(form, button);
    // The plain form says what went wrong better than we could.
    if (!told) return button ? plainly(form, button) : form.submit();
    const others = state.allowed.filter((purpose) => !told.asked.includes(purpose));
    state.allowed = [...others, ...told.allowed];
    if (told.isNo) sessionStorage.setItem(SAID_NO, '1');
    dialog?.close();
    const said = document.createElement('p');
    Object.assign(said, { textContent: told.said, tabIndex: -1, className: 'avow-said' });
    said.setAttribute('role', 'status');
    section.replaceChildren(said);
    said.focus();
  });
}

/** Told to the server before anything is said of it here. */
async function sent(form: HTMLFormElement, button: HTMLElement | null): Promise<Told | undefined> {
  const fields = new FormData(form, button);
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams([...fields].map(([name, value]) => [name, String(value)])),
    });
    return answer.ok ? ((await answer.json()) as Told) : undefined;
  } catch {
    return undefined;
  }
}

/** `submit()` leaves out which button was pressed. */
function plainly(form: HTMLFormElement, { name, value }: HTMLButtonElement): void {
  const pressed = document.createElement('input');
  Object.assign(pressed, { type: 'hidden', name, value });
  form.append(pressed);
  form.submit();
}
