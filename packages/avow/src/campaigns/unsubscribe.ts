import { isFault } from '@avow/vault';
import { choose } from '../consents/choose.ts';
import { actions, classes, purposes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { word } from '../door/words.ts';
import type { Campaigns } from '../face/campaigns.ts';
import type { PersonId } from '../face/ids.ts';
import { isAvowFault } from '../fault.ts';
import { acceptanceFrom, acceptanceOf } from '../register/acceptance.ts';
import { choicesOf, lastWord } from '../register/choice.ts';
import { readNow } from '../rows/reading.ts';
import { rowBehind } from './token.ts';

/** Refuses, for the reader of a message, whatever could be sent to them of the platform's products. */
export function unsubscribeWith(deployment: Deployment): Campaigns['unsubscribe'] {
  const { vault, policy } = deployment;
  return async ({ token, language: asked }) => {
    const row = await rowBehind(vault, token);
    if (row === undefined) return undefined;
    const person = row.person as PersonId;
    const { policy: current, engine } = await policy.now();
    const words = current.vocabulary;
    const purpose = purposes.ownMarketing;
    // Each way of writing to them that some sentence could permit: who wants no mail wants no calls.
    const categories = Object.keys(words.categories)
      .filter((name) =>
        Object.keys(words.categories).every((other) => !other.startsWith(`${name}.`)),
      )
      .filter(
        (name) => engine.cell(actions.message, purpose, name, classes.self).permits.length > 0,
      )
      .sort();
    const rows = await readNow(vault, acceptanceOf(person), choicesOf(person, 'platform'));
    const isDone = categories.every((category) => {
      const said = lastWord(rows, person, 'platform', {
        action: actions.message,
        purpose,
        category,
      });
      return said !== undefined && said.state !== 'given';
    });
    if (isDone) return { purpose };
    const [acceptance] = rows.of(acceptanceOf(person));
    const own = acceptance && acceptanceFrom(acceptance).language;
    const language = asked ?? own ?? words.languages[0];
    const choice = {
      person,
      party: 'platform',
      action: actions.message,
      purposes: [purpose],
      categories,
      language: word('language', language, 'languages', words),
    } as const;
    try {
      await choose(deployment, 'refused', choice, {});
    } catch (problem) {
      if (isFault(problem, 'AVOW_ERASED') || isAvowFault(problem, 'AVOW_NOT_FOUND'))
        return undefined;
      throw problem;
    }
    return { purpose };
  };
}
