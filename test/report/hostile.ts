import fc from 'fast-check';
import type { Finding } from '../../src/model/finding.js';
import type { List } from '../../src/model/list.js';
import type { Report } from '../../src/model/report.js';
import { outlineOf } from '../../src/report/outline.js';
import type { ReportFacts } from '../../src/report/report-facts.js';
import { finding, listOf, reportOf, row } from './made.js';

/** What a list may hold to get out of the place where a report shows it. */
export const attacks: readonly (readonly [name: string, text: string])[] = [
  ['a workflow command', 'x\n::error::owned'],
  ['a workflow command after a carriage return', '\r::set-output name=a::b\r'],
  ['a command of old runners', '##[command]rm ##\u0000[error]x'],
  ['an escaped line break', '%0A::warning::a %25'],
  ['properties', 'a,line=9:col=3,title=t::gone'],
  ['the end of CDATA', 'a ]]> b <![CDATA[ c'],
  ['the end of a script', '</script><script>alert(1)</script> <img src=x onerror=alert(1)>'],
  ['mentions', '@everyone (@octocat) a@b.example GH-12 #7 owner/repo#8'],
  [
    'links and images',
    '[a](https://evil.example) ![b](https://evil.example/b.png) <https://evil.example> www.evil.example',
  ],
  ['references', '[a][b] [^1] [b]: https://evil.example'],
  ['backticks', '``` `` ` code `'],
  ['a fence', '\n\n```\n</details>\n# Heading\n- item\n'],
  ['table cells and marks', '| a | **b** __c__ ~~d~~ $e$ \\| &lt; &copy;'],
  ['an escape sequence', '\u001b[31mred\u001b]8;;https://evil.example\u0007link\u009b1m'],
  ['marks of direction', 'safe\u202Etxt.exe\u2066\u200Fx\u2028y\u2029z\u0085w'],
  ['halves of pairs', 'a\uD800b\uDC00\uFFFE\uFFFF'],
  ['entities', '&amp; &#x0; "quoted" \'single\''],
  ['a link in SARIF', 'see [this](1) and {0}'],
  ['nothing', ''],
];

export const text = `# Kites

## Sails

- [Silk](https://silk.example/gone) - Costly
- [Jib](https://jib.example/) - small \`sail\` for \`\`\` wind
- [Foil](https://foil.example/) - Loud.
- [Gaff](https://gaff.example/) - Old.
`;
export const list = listOf(text);

/** What reporters know of lists and of two rules, one of them with a page. */
export function factsOf(lists: readonly List[] = [list]): ReportFacts {
  return {
    lists: lists.map((one) => outlineOf(one, 'awesome', null)),
    rules: [
      { id: 'some-rule', summary: 'Fix what is `wrong`', why: 'It is wrong.', url: 'https://docs.example/some-rule' },
      {
        id: 'description-end',
        summary: 'End every description as a sentence ends',
        why: 'It looks cut off.',
        url: null,
      },
    ],
  };
}

/** One finding of each severity, a broken link and its evidence, all saying the same of themselves. */
export function reportSaying(words: string): Report {
  const url = `https://silk.example/${words}`;
  const said = { message: words, rule: `rule ${words}` };
  const found = [
    finding(list, 'https://silk.example/gone', { rule: 'link-broken', message: `${url} is broken; remove it`, url }),
    finding(list, 'small', { ...said, fix: { safe: true, edits: [{ start: 0, end: 1, text: words }] } }),
    finding(list, 'Loud', { message: words, severity: 'warning', url: words, places: [finding(list, 'Old')] }),
    finding(list, 'Old', { message: `\`${words}\``, severity: 'info', path: `docs/${words}.md` }),
  ];
  const links = [row(url, { verdict: 'broken', reason: 'http-404', evidence: [`GET ${url} -> 404`, words] })];
  return reportOf([list], found, { command: 'check', links });
}

/** 2,000 errors of one rule and 4,000 findings of many, warnings before errors in the file. */
export function manyFindings(): readonly Finding[] {
  const at = (line: number) => ({ line, column: 1, offset: line * 10 });
  return Array.from({ length: 6000 }, (_, index): Finding => {
    const severity = index < 3500 ? (index % 7 === 0 ? 'info' : 'warning') : 'error';
    const rule = index % 3 === 0 ? 'some-rule' : `rule-${index % 997}`;
    return {
      ...{
        rule,
        topic: 'style',
        verdict: null,
        severity,
        message: `Number ${index} is wrong; fix it`,
        path: 'README.md',
      },
      ...{ start: at(index + 1), end: { ...at(index + 1), column: 4 }, url: null, fix: null, places: null },
    };
  });
}

/** Any text of UTF-16 units, with attacks among it. */
export const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...attacks.map(([, words]) => words)),
      fc.constantFrom(
        '::',
        '##[',
        '\n',
        '\r',
        '`',
        '@',
        '#1',
        '<',
        '&',
        '](',
        ']]>',
        '%',
        ' ',
        '\t',
        '"',
        '|',
        '\u0000',
      ),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
