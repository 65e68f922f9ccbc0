import type { Fixture } from '../fixture.js';

type More = Omit<Fixture, 'name' | 'theirs' | 'ours' | 'edits'>;

/** A defect that a remark-lint plugin reports in both tools, or a rule here in its place. */
function style(
  theirs: string,
  edits: NonNullable<Fixture['edits']>,
  more: More & { readonly as?: string } = {},
): Fixture {
  const { as = '', ...rest } = more;
  return { name: `style-${theirs}${as && `-${as}`}`, theirs, ours: [`style/${theirs}`], edits, ...rest };
}

const named = (theirs: string, path: string, as = ''): Fixture => ({
  ...style(theirs, [], { path, as }),
  files: { 'readme.md': null },
});

const mixed = { base: 'mixed' } as const;
const table = { base: 'table' } as const;

/** What the remark-lint plugins of awesome-lint report. */
export const styleFixtures: readonly Fixture[] = [
  style('blockquote-indentation', [['> Buy the veil first.', '>   Buy the veil first.']], mixed),
  style('checkbox-character-style', [['Write down what you see.', '- [x] Look.\n- [X] Write.']], mixed),
  style('checkbox-content-indent', [['- [Veil](', '- [x]  [Veil](']]),
  style('code-block-style', [['```sh\nweigh --hive 3\n```', 'Run:\n\n    weigh --hive 3']], mixed),
  style('definition-case', [['[smoker]:', '[Smoker]:']], mixed),
  style(
    'definition-spacing',
    [
      ['[smoker]: https://smoker.example/', '[the  smoker]: https://smoker.example/'],
      ['[Smoker][]', '[Smoker][the smoker]'],
    ],
    mixed,
  ),
  style('emphasis-marker', [['as *every* book', 'as _every_ book']], mixed),
  style('fenced-code-marker', [['```sh\nweigh --hive 3\n```', '~~~sh\nweigh --hive 3\n~~~']], mixed),
  named('file-extension', 'readme.markdown'),
  named('file-extension', 'readme.txt', 'txt'),
  style('final-newline', [['Lifts a box off wet ground.\n', 'Lifts a box off wet ground.']]),
  style('hard-break-spaces', [['as the [trade]', '   \nas the [trade]']], mixed),
  style('heading-style', [['## Tools', 'Tools\n-----']]),
  style('heading-style', [['## Tools', '## Tools ##']], { as: 'closed' }),
  style('link-title-style', [["'Veils of all sizes'", '"Veils of all sizes"']], mixed),
  style(
    'list-item-bullet-indent',
    [
      ['1. [Langstroth]', ' 1. [Langstroth]'],
      ['2. [Warre]', ' 2. [Warre]'],
    ],
    mixed,
  ),
  style('list-item-indent', [['- [Veil](', '-   [Veil](']]),
  style('no-blockquote-without-marker', [['> Buy the veil first.', '> Buy the veil first,\nthen the smoker.']], mixed),
  style('no-emphasis-as-heading', [['Write down what you see.', '**What You See**\n\nWrite it down.']], mixed),
  named('no-file-name-articles', 'the-bees.md'),
  named('no-file-name-consecutive-dashes', 'honey--bees.md'),
  named('no-file-name-irregular-characters', 'honey_bees.md'),
  named('no-file-name-mixed-case', 'Readme.md'),
  named('no-file-name-outer-dashes', '-bees.md'),
  style('no-heading-content-indent', [['## Tools', '##  Tools']]),
  style('no-heading-indent', [['## Tools', ' ## Tools']]),
  style('no-heading-punctuation', [['## Tools', '## Tools:']]),
  style('no-heading-punctuation', [['## Tools', '## Tools.']], { as: 'full-stop' }),
  style('no-multiple-toplevel-headings', [['## Tools', '# Tools']]),
  style('no-repeat-punctuation', [['Keeps stings off the face.', 'Keeps stings off the face!!']]),
  style('no-repeat-punctuation', [['Keeps stings off the face.', 'Why not??']], { as: 'question' }),
  style('no-shell-dollars', [['weigh --hive 3', '$ weigh --hive 3']], mixed),
  style('no-table-indentation', [['| Name   ', '  | Name   ']], table),
  style('no-undefined-references', [['Write down', 'As [told][book], write down']], mixed),
  style('no-undefined-references', [['[smoker]: https://smoker.example/\n', '']], { ...mixed, as: 'entry' }),
  style(
    'no-unneeded-full-reference-image',
    [
      ['Write down', 'See ![Wax][wax], write down'],
      ['[smoker]:', '[wax]: https://wax.example/a.png\n[smoker]:'],
    ],
    mixed,
  ),
  style('no-unneeded-full-reference-link', [['[Smoker][]', '[Smoker][smoker]']], mixed),
  style('no-unused-definitions', [['[smoker]:', '[wax]: https://wax.example/\n[smoker]:']], mixed),
  style('ordered-list-marker-style', [['---\n', '1) Look.\n2) Write.\n\n---\n']], mixed),
  style('ordered-list-marker-value', [['2. [Warre]', '3. [Warre]']], mixed),
  style('rule-style', [['---\n', '***\n']], mixed),
  style('strong-marker', [['**every**', '__every__']], mixed),
  style(
    'table-cell-padding',
    [['| [Langstroth](https://langstroth.example/) |', '|[Langstroth](https://langstroth.example/)  |']],
    table,
  ),
  style(
    'table-pipe-alignment',
    [['| [Warre](https://warre.example/)           |', '| [Warre](https://warre.example/) |']],
    table,
  ),
  style('table-pipes', [['Boxes with frames that lift out.  |', 'Boxes with frames that lift out.']], table),
  style('unordered-list-marker-style', [
    ['- [Smoker](', '* [Smoker]('],
    ['- [Veil](', '* [Veil]('],
    ['- [Hive Stand](', '* [Hive Stand]('],
  ]),
];
