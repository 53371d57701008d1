import { camel } from '../define/word.ts';
import type { Fault } from '../fault.ts';
import { ATTESTATION, kinds, type Words } from '../model/words.ts';
import { textFaults } from './text.ts';

const wordName = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/;
const languageTag = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** Everything structurally wrong with a vocabulary. */
export function wordFaults(words: Words): readonly Fault[] {
  return [
    ...languageFaults(words),
    ...nameFaults(words),
    ...labelFaults(words),
    ...linkFaults(words),
  ];
}

function languageFaults({ languages }: Words): readonly Fault[] {
  const faults: Fault[] = [];
  if (languages.length === 0) faults.push({ where: 'languages', what: 'there are none' });
  if (new Set(languages).size < languages.length) {
    faults.push({ where: 'languages', what: 'one is named twice' });
  }
  for (const language of languages) {
    if (!languageTag.test(language))
      faults.push({ where: 'languages', what: `"${language}" is no language tag` });
  }
  return faults;
}

function nameFaults(words: Words): readonly Fault[] {
  return kinds.flatMap((kind) => {
    const handles = new Map<string, string>();
    return Object.keys(words[kind]).flatMap((name) => {
      const where = `${kind} ${name}`;
      const other = handles.get(camel(name));
      handles.set(camel(name), name);
      if (!wordName.test(name))
        return [
          {
            where,
            what: 'a name is made of letters and digits in steps parted by dots, each beginning with a small letter',
          },
        ];
      return other === undefined ? [] : [{ where, what: `"${other}" would have the same handle` }];
    });
  });
}

function labelFaults(words: Words): readonly Fault[] {
  return kinds.flatMap((kind) =>
    Object.entries(words[kind]).flatMap(([name, term]) => {
      const where = `${kind} ${name}`;
      const how =
        'obtainable' in term && term.obtainable !== undefined ? [term.obtainable.how] : [];
      return [term.label, ...how].flatMap((text) => textFaults(text, words.languages, where));
    }),
  );
}

/** Words that name other words: axioms between facts, the retention of a category. */
function linkFaults(words: Words): readonly Fault[] {
  const faults: Fault[] = [];
  for (const [name, fact] of Object.entries(words.facts)) {
    for (const other of [...(fact.implies ?? []), ...(fact.excludes ?? [])]) {
      if (!Object.hasOwn(words.facts, other))
        faults.push({ where: `facts ${name}`, what: `there is no fact "${other}"` });
    }
    if ((fact.attested !== undefined) !== (fact.from === ATTESTATION)) {
      const what = `what is attested is from "${ATTESTATION}", and the other way round`;
      faults.push({ where: `facts ${name}`, what });
    }
  }
  for (const [name, { retention }] of Object.entries(words.categories)) {
    if (retention !== undefined && !Object.hasOwn(words.retentions, retention)) {
      faults.push({ where: `categories ${name}`, what: `there is no retention "${retention}"` });
    }
  }
  return faults;
}
