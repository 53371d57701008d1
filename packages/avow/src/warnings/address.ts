import { type Stretch, stretches } from './stretch.ts';

/** A road and a number in it, as China writes them: 中山路12号, 文化巷三十号. */
const chineseRoad =
  /(?:[\u4e00-\u9fff]{2,8}(?:省|市|区|县|镇|乡|街道))*[\u4e00-\u9fff]{1,8}(?:路|街|大道|巷|弄|胡同|里|村|坊)[\u4e00-\u9fff]{0,4} ?(?:\d{1,5}(?:-\d{1,4})?|[一二三四五六七八九十百零〇]{1,5}) ?(?:号|弄|巷)(?!线|店|馆)/g;

/** A house in a compound, and a flat in it: 3栋2单元501室. */
const chineseFlat =
  /(?:[\u4e00-\u9fff]{2,8})?\d{1,4} ?(?:栋|幢|座|号楼|单元)(?:[\u4e00-\u9fff\d\s-]{0,10}?)\d{2,5} ?(?:室|房|户|号)/g;

const streets =
  'Street|St\\.?|Road|Rd\\.?|Avenue|Ave\\.?|Lane|Ln\\.?|Drive|Dr\\.?|Boulevard|Blvd\\.?|Square|Court|Ct\\.?|Place|Terrace|Close|Crescent|Quay|Way|Walk|Row|Steps|Mews|Parade|Highway';

/** A number, some names that begin large, a kind of street, and then the end of it. */
const english = new RegExp(
  `(?<![\\d.,-])(?!(?:18|19|20)\\d\\d )\\d{1,5}[A-Za-z]?,? (?:[A-Z][\\w'’.-]{0,20} ){1,4}(?:${streets})(?=\\s{0,2}(?:$|[,.;:!?)\\n]|(?:Apt|Unit|Flat|No)\\b|\\d))`,
  'g',
);

/** The same written small, where somebody says that it is an address. */
const said = new RegExp(
  `(?:address(?: is)?|live at|living at|come to|ship to|send it to|pick it up at)\\s{0,2}:? ?(?<id>\\d{1,5}[a-z]?,? (?:[\\w'’.-]{1,20} ){1,4}(?:${streets}))\\b`,
  'dgi',
);

/** The number behind the street, as in much of Europe. */
const european =
  /\b(?:[A-ZÄÖÜ][a-zäöüß]{1,20}(?:straße|strasse|str\.|weg|gasse|platz|allee|ring|damm)|(?:[A-ZÄÖÜ][\wäöüß]{1,20}[ -]){1,3}(?:Straße|Str\.|Weg|Platz|Allee)|(?:Calle|Via|Rua|Avenida|Plaza|Viale|Corso) (?:[a-z]{1,3} ){0,2}[A-ZÁÉÍÓÚ][\wáéíóúñç]{1,20}(?: [A-Z][\wáéíóúñç]{1,20})?),? \d{1,4} ?[a-z]?\b(?! ?(?:cm|mm|m|kg|g|km|€|euro)\b)/g;

/** The number before it, as in France. */
const french =
  /\b\d{1,4}(?: bis| ter)?,? (?:rue|avenue|boulevard|place|quai|chemin|impasse) (?:de la |de l['’]|des |du |de |d['’])?[A-ZÀÂÉÈ][\wàâéèêîôûç'’-]{1,25}/g;

const box = /\bP\.? ?O\.? Box \d{1,6}\b/gi;

/** Where a text, plain but in its own letters, seems to hold postal addresses. */
export function addresses(text: string): Stretch[] {
  return [chineseRoad, chineseFlat, english, said, european, french, box].flatMap((pattern) =>
    stretches(text, pattern),
  );
}
