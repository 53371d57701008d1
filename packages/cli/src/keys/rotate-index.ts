import type { IndexCourse } from 'avow';
import type { Report } from '../report.ts';
import { count, instant } from '../words/number.ts';
import { care, good, line, type Page } from '../words/page.ts';
import type { Given } from './given.ts';
import { teller } from './rotate.ts';

/** `avow keys rotate index`. */
export async function rotateIndex({ options, place, places }: Given): Promise<Report> {
  const { beginIndexKey, passphraseFile, withCustody } = await import('avow');
  const at = { ...places, keyring: passphraseFile(places.passphrase, { mode: 'production' }) };
  const begun = await beginIndexKey(at);
  if (options.begin) return { found: false, page: begunPage, data: { key: 'index', done: false } };
  const course = await withCustody(at, async (custody) => {
    if (begun === 'earlier') await custody.retryIndex();
    await custody.resume(teller(place));
    return (await custody.state()).index;
  });
  return {
    found: false,
    page: coursePage(course),
    data: { key: 'index', done: course === undefined, ...course },
  };
}

const begunPage: Page = [
  line(good('It is begun. Everything new is found by the new index key.')),
  line('Servers may start again: they do the rest while they serve.'),
];

function coursePage(course: IndexCourse | undefined): Page {
  if (course === undefined) {
    return [line(good('Everybody is found by the new index key; the old one is gone.'))];
  }
  const { until, stuck } = course;
  if (stuck > 0) {
    return [
      line(care(`${count(stuck, 'keyed hash', 'keyed hashes')} could not be made anew.`)),
      line(
        'So the old index key stays. "avow audit" says what is altered; this command looks at them again.',
      ),
    ];
  }
  return until === undefined
    ? [line(care('It is not done yet: the next server to start goes on, or this command.'))]
    : [
        line(good('Everybody is found by the new index key.')),
        line(
          `Requests that come again are known by the old one, so it stays until ${instant(until)}. A server removes it then, or this command.`,
        ),
      ];
}
