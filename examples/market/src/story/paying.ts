import { answerOn, Differs } from './answer.ts';
import type { Day } from './cast.ts';
import { visitor } from './visitor.ts';

/**
 * Wen pays: at the payment service's own page, if one runs beside the market; else the market takes Wen's
 * word. The service opens for whom its receipt is by our leave, and tells the market by its signature.
 */
export async function paying({ stage, wen }: Day, path: string): Promise<void> {
  const page = await wen.browser.send(`${path}/pay`);
  const [, to] = /<a class="button" href="(http[^"]+)"/.exec(page.text) ?? [];
  if (to === undefined) return stage.tells('Wen pays');
  stage.decides(
    'Wen goes to pay; Tally House may read for whom its receipt is',
    answerOn(page.text),
    {
      permitted: '2.a.4',
    },
  );
  const { origin, pathname, searchParams } = new URL(to.replaceAll('&amp;', '&'));
  const amount = searchParams.get('amount');
  if (amount === null) throw new Differs('The way to the payment service names no amount.');
  const paid = await visitor(origin).send(`${pathname}?lang=en`, { amount });
  stage.holds('Wen pays there, and the receipt is made out to Wen', paid.text.includes(wen.name));
}
