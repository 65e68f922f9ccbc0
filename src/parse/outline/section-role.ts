import type { Role } from '../../model/list.js';

/** Names of a table of contents. */
const contentsNames =
  /^(?:(?:table of )?contents?|toc|index|summary of contents|目录|目次|内容|índice|contenido|sumário|sommaire|inhalt(?:sverzeichnis)?|содержание|оглавление|فهرست)$/iu;

/** A role before what the section holds is known. */
export type TentativeRole = Role | 'soft-meta' | 'theme' | 'people';

/** Names of sections about the list itself, whatever they hold. */
const metaNames = [
  /^(?:about|disclaimers?|footnotes?|stargazers|star history|colophon|code of conduct)$/iu,
  /^about (?:this|the|us|me)\b/iu,
  /^(?:contribut(?:e|ing|ors?|ions?)(?! to (?!(?:this|the|our|us|awesome)\b))|contributing guid(?:e|elines?)|contribution guid(?:e|elines?)|how to contribute|want to contribute)\b/iu,
  /^(?:our |all )?contributors?$/iu,
  /^(?:licen[sc]e|copyright)$/iu,
  /^(?:sponsorship|backers?|donat(?:e|ions?)|supporters?|financial contributors)$/iu,
  /^(?:show (?:your|some) (?:support|love)|support (?:us|me|this|the)\b|star (?:this|the)\b|give (?:it |us )?a star)/iu,
  /^why\b(?:.*\b(?:this|the)\b.*|\W*)$/iu,
  /^how (?:to|do i|should i) (?:use|read|navigate|follow) (?:this|the|it)\b/iu,
  /^(?:how to use|what is this|what's this|who is this for)\W*$/iu,
  /^(?:贡献|许可|许可证|版权|贡献者|致谢|コントリビュート|ライセンス|contribuciones|contribuir|licencia|licença|colaborar)$/iu,
];

/** Names that mean the list itself only when nothing in the section links anywhere as an entry. */
const softMetaNames =
  /^(?:licen[sc]ing|introduction|intro|overview|motivation|goals?|notes?|faq|q ?& ?a|frequently asked questions|background|key|key features|features|structure|prerequisites?|requirements?|conventions|guidelines|getting started|community|contact|feedback|news|updates?|announcements?|what'?s new|roadmap|todo|related(?: lists?| projects?)?|languages?|translations?|status)$/iu;

/** Names that mean the list itself unless entries with a description are below them. */
const themes = /^(?:usage|legend|change ?log|history|stars?|badges?|support|contribut(?:e|ing) to\b.*)$/iu;

/** Those who pay for the list, one kind of them. */
const payers =
  '(?:(?:our|project|current|past|special|premium|diamond|platinum|gold|silver|bronze|corporate) )*(?:sponsors?|backers?|patrons?|supporters?)';

/** Names that mean the people behind the list unless several entries with a description are below them. */
const people = new RegExp(
  `^(?:credits?|acknowledge?ments?|thanks|special thanks|maintainers?|authors?|${payers}(?: ?(?:&|and|,|/|\\+) ?${payers})*|` +
    'sponsored by|become an? (?:sponsor|backer|patron)|patrocinador(?:es)?|sponsoren|спонсоры|赞助(?:商|者)?|贊助(?:商|者)?|スポンサー|후원(?:사|자)?)$',
  'iu',
);

/** The role that a name alone gives; tentative where it takes what the section holds to tell. */
export function roleOfName(title: string): TentativeRole {
  const name = title.replace(/(?<![\s:：.!?？])[\s:：.!?？]+$/u, '').trim();
  if (contentsNames.test(name)) return 'contents';
  if (metaNames.some((pattern) => pattern.test(name))) return 'meta';
  if (themes.test(name)) return 'theme';
  if (people.test(name)) return 'people';
  if (softMetaNames.test(name)) return 'soft-meta';
  return 'content';
}
