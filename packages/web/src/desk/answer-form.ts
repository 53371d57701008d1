import type { Answer, CookieChoice } from '../choice/choice.ts';
import { choiceWords } from '../choice/words.ts';
import type { Passage } from '../cookies/gate.ts';
import { isFromHere } from './from-here.ts';

interface Parts {
  readonly choice: CookieChoice;
  readonly page: string;
  language(request: Request, named?: string | null): string;
}

/** Takes the answer of a form, sent plainly or by the page's script; says so only once it holds. */
export function answerForm({ choice, page, language }: Parts) {
  return async (request: Request, passage: Passage): Promise<Response> => {
    if (!isFromHere(request)) return new Response(null, { status: 403 });
    const form = await request.formData().catch(() => undefined);
    const answers = form && answersIn(form, choice.purposes());
    if (answers === undefined) return new Response(null, { status: 400 });
    const spoken = language(request, String(form?.get('lang') ?? ''));
    const { settings, allowed } = await choice.answer(passage, answers, spoken);
    const isNo = allowed.length === 0;
    const said = form?.get('answer') === 'choose' ? 'saved' : isNo ? 'rejected' : 'accepted';
    const headers = new Headers({ 'cache-control': 'no-store' });
    const isSecure = new URL(request.url).protocol === 'https:';
    for (const setting of settings) {
      headers.append('set-cookie', isSecure ? `${setting}; Secure` : setting);
    }
    if (request.headers.get('accept') === 'application/json') {
      const asked = choice.purposes();
      return Response.json({ said: choiceWords(spoken)[said], asked, allowed, isNo }, { headers });
    }
    headers.set('location', `${page}?lang=${spoken}&said=${said}`);
    return new Response(null, { status: 303, headers });
  };
}

/** A word for each purpose that the form asked about: the same for all, or a yes to those that were ticked. */
function answersIn(
  form: FormData,
  known: readonly string[],
): ReadonlyMap<string, Answer> | undefined {
  const purposes = form.getAll('purpose').map(String);
  if (purposes.length === 0 || purposes.some((each) => !known.includes(each))) return undefined;
  const answer = form.get('answer');
  if (answer === 'accept' || answer === 'reject') {
    return new Map(purposes.map((purpose) => [purpose, answer]));
  }
  if (answer !== 'choose') return undefined;
  const ticked = form.getAll('allow');
  if (ticked.some((each) => !purposes.includes(String(each)))) return undefined;
  return new Map(
    purposes.map((purpose) => [purpose, ticked.includes(purpose) ? 'accept' : 'reject']),
  );
}
