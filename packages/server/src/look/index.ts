/**
 * The visual language that all pages share: tokens and one stylesheet, the frame of a page, and the
 * few parts that say what the policy answered. Pure: it sees no Node, keeps nothing, sends nothing.
 */
export { type AnswerOptions, answer } from './answer.ts';
export { because, type Citation, cite } from './because.ts';
export { type FieldOptions, faults, field, tick } from './field.ts';
export { type Figure, figures } from './figures.ts';
export { type PageOptions, page, type Way } from './frame.ts';
export { type LaidOutOptions, laidOut } from './laid-out.ts';
export { chooseLanguage, languageName } from './language.ts';
export { html, type Markup, none, raw } from './markup.ts';
export {
  day,
  dayInWords,
  moment,
  momentInWords,
  month,
  monthInWords,
  timeOfDay,
} from './moment.ts';
export { empty, type FailedOptions, failed } from './notice.ts';
export { dark, light, type Palette } from './palette.ts';
export { type RoomGroup, rooms, tabs } from './rooms.ts';
export { strung } from './strung.ts';
export { stylesheet, stylesheetPath } from './stylesheet.ts';
export { type TableOptions, table, terms } from './table.ts';
