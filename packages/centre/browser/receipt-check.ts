import { type Checked, checkReceipt } from '../src/check/steps.ts';
import { type ToldStep, toldCheck } from '../src/check/told.ts';
import { spoken } from '../src/check/words.ts';

/**
 * Checks the receipt in its text field, here: at once, and again whenever the field is changed or the
 * button pressed. What is sent is nothing; what is fetched is the log's key and checkpoint, which are
 * public. Where it cannot check, the form goes to the server as it does without scripts.
 */
class ReceiptCheck extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const field = this.querySelector('textarea');
    if (form === null || field === null) return;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#check(field.value).then((done) => done || form.submit());
    });
    field.addEventListener('input', () => void this.#check(field.value));
    if (field.value !== '') void this.#check(field.value);
  }

  /** How often something was checked: an answer that was overtaken is not shown. */
  #round = 0;

  /** Answers whether it could check. */
  async #check(text: string): Promise<boolean> {
    this.#round += 1;
    const round = this.#round;
    const [vkey, checkpoint] = await Promise.all(
      [this.dataset['key'], this.dataset['checkpoint']].map(fetched),
    );
    const checked = await checkReceipt({ text, vkey, checkpoint });
    if (checked.verdict === 'unable') return false;
    if (round === this.#round) this.#show(checked);
    return true;
  }

  #show(checked: Checked): void {
    const words = spoken(JSON.parse(this.dataset['words'] ?? '{}'));
    const { verdict, isRight, steps } = toldCheck(checked, words);
    const said = element('p', isRight ? 'verdict' : 'verdict verdict-failed');
    said.append(element('strong', '', verdict));
    const list = element('ol', 'proof');
    list.append(...steps.map(item));
    const by = element('p', 'check-by small quiet', words.inBrowser);
    this.querySelector('.check-found')?.replaceChildren(said, list, by);
    this.dataset['checked'] = checked.verdict;
  }
}

const marks = { passed: 'mark mark-yes', failed: 'mark mark-no', unknown: 'mark' } as const;

function item({ state, title, mark, said, folds, foldsSaid }: ToldStep): HTMLElement {
  const made = element('li', `proof-${state}`);
  made.append(element('strong', '', title), ' ', element('span', marks[state], mark));
  if (said !== '') made.append(document.createElement('br'), element('span', 'small', said));
  if (folds.length > 0) made.append(element('p', 'small', foldsSaid), ladder(folds));
  return made;
}

/** The way to the root, a line for each of its steps. */
function ladder(folds: ToldStep['folds']): HTMLElement {
  const list = element('ol', 'folds');
  for (const { left, right, own, makes } of folds) {
    const line = element('li', '');
    const hash = (text: string, isOwn: boolean) => element('code', isOwn ? 'is-own' : '', text);
    line.append(hash(left, own === 'left'), ' + ', hash(right, own === 'right'), ' → ');
    line.append(hash(makes, true));
    list.append(line);
  }
  return list;
}

/** Text goes in as text: nothing of a receipt is ever markup. */
function element(name: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}

/** What the log publishes; undefined where it cannot be had, which the check then says. */
async function fetched(path: string | undefined): Promise<string | undefined> {
  const answer = path === undefined ? undefined : await fetch(path).catch(() => undefined);
  return answer?.ok ? answer.text() : undefined;
}

customElements.define('receipt-check', ReceiptCheck);
