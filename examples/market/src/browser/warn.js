import { find } from '/market/scripts/warnings.js';

/**
 * `<type-warning>` around a field says, while somebody types, what they may not mean to send. It stops
 * nothing and sends nothing anywhere. Without scripts the page says the same after the form was sent.
 * Its words come with it: `data-lead`, and for each kind what it is called.
 */
class TypeWarning extends HTMLElement {
  connectedCallback() {
    const field = this.querySelector('input, textarea');
    if (field === null) return;
    const said = document.createElement('p');
    said.className = 'type-warning';
    said.setAttribute('role', 'status');
    this.append(said);
    let waiting;
    // Not at each key: nobody is helped by a warning about half a number.
    field.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => this.tell(said, field.value), 400);
    });
  }

  tell(said, text) {
    const kinds = [...new Set(find(text).map(({ kind }) => kind))];
    const named = new Intl.ListFormat(document.documentElement.lang).format(
      kinds.map((kind) => this.dataset[kind] ?? ''),
    );
    const next = kinds.length === 0 ? '' : `${this.dataset.lead ?? ''}${named}`;
    // Said once, not again with every letter that follows.
    if (said.textContent !== next) said.textContent = next;
  }
}

customElements.define('type-warning', TypeWarning);
