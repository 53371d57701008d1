import { answerOn, Differs } from './answer.ts';
import type { Day } from './cast.ts';

/** 6.b: what the two sides of an order write to each other, and the warning before it goes out. */
export async function talking({ stage, wen, lan }: Day, path: string): Promise<void> {
  const messages = `${path}/messages`;
  const write = async (message: string, answer = '') => {
    const form = await wen.browser.read(messages);
    const [, once] = /name="once" value="([\w-]+)"/.exec(form) ?? [];
    if (once === undefined) throw new Differs('There is no form for a message.');
    return wen.browser.send(messages, { message, once, answer });
  };
  const warned = await write(`Ring me on ${wen.phone}`);
  stage.holds(
    'a message with a phone number is held back, and the number marked, under 6.b.2',
    warned.status === 422 && warned.text.includes(`<mark>${wen.phone}</mark>`),
  );
  const sent = await write('Can it be here by Friday?');
  stage.holds('without it, it goes out', sent.text.includes('by Friday?'));
  const read = await lan.browser.read(messages);
  stage.decides('Lan reads what Wen wrote, as Wen lets Lan', answerOn(read), {
    permitted: '6.b.6',
  });
  await wen.browser.send(`${messages}/shut`);
  const shut = await lan.browser.read(messages);
  stage.decides('Wen lets Lan read no longer', answerOn(shut), { refused: 'P.1', ground: '6.b' });
  stage.holds('and Lan sees nothing of it', !shut.includes('by Friday?'));
}
