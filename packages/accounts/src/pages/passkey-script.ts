/**
 * The one script of these pages. It shows the forms for passkeys where the browser has them, in place of the
 * words that say what they need, fetches what is asked, lets the browser ask the authenticator, and then sends the form as any other is sent.
 */
export const passkeyScript = `const able = window.PublicKeyCredential?.parseRequestOptionsFromJSON;

for (const words of able ? document.querySelectorAll('[data-without-passkeys]') : []) words.hidden = true;
for (const form of able ? document.querySelectorAll('form[data-passkey]') : []) {
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    prove(form).catch(() => say(form, form.dataset.cancelled));
  });
}

async function prove(form) {
  say(form, '');
  const { pathname, search } = new URL(form.action);
  const asked = await fetch(pathname + '/ask' + search, {
    method: 'POST',
    body: new URLSearchParams(new FormData(form)),
  });
  const { options, ticket, said } = await asked.json();
  if (!options) return say(form, said ?? form.dataset.cancelled);
  const credential = await (form.dataset.passkey === 'create'
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }));
  form.elements.ticket.value = ticket;
  form.elements.response.value = JSON.stringify(credential);
  // The password went with the question, and need not go again.
  for (const field of form.querySelectorAll('input[type=password]')) field.disabled = true;
  form.submit();
}

function say(form, words) {
  form.querySelector('[role=alert]').textContent = words;
}
`;
