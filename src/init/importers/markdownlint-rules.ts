import { textsOf } from './config-formats.js';
import type { ImporterRow } from './importer.js';

/** A rule of markdownlint with its counterpart; `name` holds its number and its aliases. */
export interface MarkdownlintRow extends ImporterRow {
  /** True when ours looks at more: switching theirs off does not switch ours off. */
  readonly covers: boolean;
  /** Our options from theirs; undefined where they say nothing that ours has. */
  readonly options?: (value: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>> | undefined;
}

type Options = MarkdownlintRow['options'];

const same = (name: string, becomes: string, note: string, options?: Options): MarkdownlintRow => ({
  ...{ name, becomes, note, covers: false },
  ...(options ? { options } : {}),
});
const part = (name: string, becomes: string, note: string, options?: Options): MarkdownlintRow => ({
  ...same(name, becomes, note, options),
  covers: true,
});

/** Translates the value of one option by a table. */
const picked =
  (from: string, to: string, table: Readonly<Record<string, string>>): Options =>
  (value) => {
    const given = value[from];
    return typeof given === 'string' && Object.hasOwn(table, given) ? { [to]: table[given] } : undefined;
  };

const marks = { consistent: 'consistent', asterisk: '*', underscore: '_' };

/** From doc/Rules.md of DavidAnson/markdownlint (0.38); rules that are not here have no counterpart. */
export const markdownlintRows: readonly MarkdownlintRow[] = [
  same('MD001 heading-increment header-increment', 'heading-increment', 'same check'),
  same(
    'MD003 heading-style header-style',
    'style/heading-style',
    'with its `style`',
    picked('style', 'options', { consistent: 'consistent', atx: 'atx', atx_closed: 'atx-closed', setext: 'setext' }),
  ),
  part(
    'MD004 ul-style',
    'entry-marker',
    'with its `style`; this rule also checks spaces and indents',
    picked('style', 'style', { consistent: 'consistent', asterisk: '*', dash: '-', plus: '+' }),
  ),
  part('MD005 list-indent', 'entry-marker', 'part of this rule'),
  part('MD007 ul-indent', 'entry-marker', 'part of this rule'),
  same(
    'MD009 no-trailing-spaces',
    'no-trailing-spaces',
    '`br_spaces` below 2 as `breaks: false`',
    ({ br_spaces: spaces }) => (typeof spaces === 'number' && spaces < 2 ? { breaks: false } : undefined),
  ),
  part('MD011 no-reversed-links', 'entry-link-syntax', 'part of this rule'),
  same('MD014 commands-show-output', 'style/no-shell-dollars', 'same check'),
  same('MD019 no-multiple-space-atx', 'style/no-heading-content-indent', 'same check'),
  same('MD023 heading-start-left header-start-left', 'style/no-heading-indent', 'same check'),
  same('MD024 no-duplicate-heading no-duplicate-header', 'heading-unique', '`siblings_only` as `scope`', (value) => ({
    scope: value.siblings_only === true || value.allow_different_nesting === true ? 'siblings' : 'document',
  })),
  same('MD025 single-title single-h1', 'single-h1', 'its options are not imported'),
  part(
    'MD026 no-trailing-punctuation',
    'heading-format',
    'with its `punctuation`; this rule checks more',
    ({ punctuation }) =>
      typeof punctuation === 'string' && /^[^\p{C}\p{L}\p{N}]{0,30}$/u.test(punctuation) ? { punctuation } : undefined,
  ),
  same('MD027 no-multiple-space-blockquote', 'style/blockquote-indentation', 'one space after the marker'),
  same(
    'MD029 ol-prefix',
    'style/ordered-list-marker-value',
    'with its `style`',
    picked('style', 'options', { one: 'one', ordered: 'ordered', zero: 'single' }),
  ),
  part('MD030 list-marker-space', 'entry-marker', 'part of this rule'),
  same('MD034 no-bare-urls', 'url-no-bare', 'same check'),
  same('MD035 hr-style', 'style/rule-style', 'with its `style`', ({ style }) =>
    typeof style === 'string' && /^(?:consistent|(?:[-*_] ?){2,20}[-*_])$/.test(style) ? { options: style } : undefined,
  ),
  same('MD036 no-emphasis-as-heading no-emphasis-as-header', 'no-emphasis-heading', 'same check'),
  part('MD039 no-space-in-links', 'entry-name', 'part of this rule'),
  part('MD042 no-empty-links', 'no-placeholder', 'part of this rule'),
  part('MD044 proper-names', 'brand-spelling', 'its `names` as `terms`', names),
  same('MD045 no-alt-text', 'image-alt', 'same check'),
  same(
    'MD046 code-block-style',
    'style/code-block-style',
    'with its `style`',
    picked('style', 'options', { consistent: 'consistent', fenced: 'fenced', indented: 'indented' }),
  ),
  part('MD047 single-trailing-newline', 'file-encoding', 'part of this rule'),
  same(
    'MD048 code-fence-style',
    'style/fenced-code-marker',
    'with its `style`',
    picked('style', 'options', { consistent: 'consistent', backtick: '`', tilde: '~' }),
  ),
  same('MD049 emphasis-style', 'style/emphasis-marker', 'with its `style`', picked('style', 'options', marks)),
  same('MD050 strong-style', 'style/strong-marker', 'with its `style`', picked('style', 'options', marks)),
  same('MD051 link-fragments', 'fragment-resolves', 'same check; tables of contents are checked by `toc-sync`'),
  part('MD052 reference-links-images', 'references-resolve', 'part of this rule'),
  part('MD053 link-image-reference-definitions', 'references-resolve', 'part of this rule, option `unused`'),
  same('MD055 table-pipe-style', 'style/table-pipes', 'pipes on both sides'),
  part('MD056 table-column-count', 'entry-table', 'part of this rule'),
  part('MD059 descriptive-link-text', 'entry-name', 'part of this rule'),
];

function names({ names: given }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined {
  const texts = textsOf(given ?? []) ?? [];
  const words = texts.filter((name) => name.length <= 60 && /^[\p{L}\p{N}][^\p{C}]*$/u.test(name)).slice(0, 200);
  return words.length === 0 ? undefined : { terms: { preferred: words.map((name) => ({ from: name, to: name })) } };
}
