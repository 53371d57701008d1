/** Put before this script by the server that sends it. */
declare const avow: { readonly base: string };

interface Navigated {
  addEventListener(kind: 'navigatesuccess', then: () => void): void;
}

let page = location.pathname;

/**
 * Tells the server of a page that was reached without asking it for one (clause 1.b): its path without
 * query or fragment, the language, what the browser itself tells of its system, whether it is touched.
 * Nothing else is ever sent.
 */
function visit(): void {
  if (location.pathname === page) return;
  page = location.pathname;
  const { language, maxTouchPoints } = navigator;
  const { platform } = (navigator as { userAgentData?: { platform?: string } }).userAgentData ?? {};
  const hardware = maxTouchPoints > 0 ? 'touch' : 'no touch';
  const told = { page, language, ...(platform && { software: platform }), hardware };
  void fetch(`${avow.base}/visit`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(told),
    keepalive: true,
  }).catch(() => undefined);
}

/** Where the browser has the Navigation API it tells of every such step; else history is listened to. */
const { navigation } = window as unknown as { readonly navigation?: Navigated };
if (navigation) navigation.addEventListener('navigatesuccess', visit);
else {
  const { pushState } = history;
  history.pushState = (...step) => {
    pushState.apply(history, step);
    visit();
  };
  addEventListener('popstate', visit);
}
