import type { Market } from './place.ts';

/** What was counted of a metric, by the one attribute that tells its series apart. */
export async function counted(avow: Market, metric: string): Promise<Record<string, number>> {
  const figure = (await avow.figures()).find(({ name }) => name === metric);
  if (figure === undefined) throw new Error(`there is no metric ${metric}`);
  const [attribute = ''] = figure.attributes;
  const samples = figure.samples.map(
    ({ attributes, value }) => [String(attributes[attribute] ?? 'all'), value] as const,
  );
  return Object.fromEntries(samples);
}
