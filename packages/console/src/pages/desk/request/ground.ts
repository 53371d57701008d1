import type { Words } from '@avow/policy';
import { html, moment, terms } from '@avow/server/look';
import type { Case } from 'avow';
import type { Visit } from '../../../web/visit.ts';
import type { Ground } from '../ground.ts';

/** What somebody asks about their rights: what it is about, by when, and the ways to read and answer it. */
export async function requestGround(visit: Visit, found: Case<Words>): Promise<Ground> {
  const { place, words, language } = visit;
  const request = await place.avow.desk.requests.get(found.case);
  if (request === undefined) return { main: html`<p>${words.desk.gone}</p>`, ways: [] };
  const { request: said } = words;
  return {
    main: terms([
      [said.about, said.abouts[request.about]],
      [words.desk.due, moment(request.due, language)],
    ]),
    ways: [
      { route: 'readRequest', label: said.read.title },
      ...(found.state === 'open' ? [{ route: 'answer', label: said.answer.title } as const] : []),
    ],
  };
}
