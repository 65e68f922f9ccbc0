import * as v from 'valibot';
import type { Fix } from '../src/model/finding.js';
import type { Link } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { rewriteUrl } from '../src/rule-kit/edits.js';
import { scopeOptions } from '../src/rule-kit/options.js';

export default defineRule({
  id: 'url-wellformed',
  topic: 'urls',
  summary: 'Write addresses that a browser can open',
  why: 'A slip in an address makes a link that leads nowhere, or to a page of GitHub that does not exist.',
  severity: { awesome: 'error', list: 'error', roadmap: 'error', minimal: 'error', default: 'error' },
  fix: 'safe',
  changes: ['url'],
  supersededBy: ['no-placeholder'],
  messages: {
    wrapped: '`{url}` is wrapped in {mark}; take the marks off',
    'no-scheme': '`{url}` has no https:// before it, so GitHub looks for a file of that name; write the whole address',
    'scheme-typo': '`{url}` begins with a misspelt http; write https://',
    slashes: '`{url}` should have two slashes after the colon; write https://',
    'double-scheme': '`{url}` has two schemes; keep one',
    space: '`{url}` has a space in its host; remove it',
    quote: '`{url}` has a quotation mark or a bracket in it that belongs to the text around; take it out',
    parenthesis: '`{url}` ends with a parenthesis that is never opened; take it off',
    credentials: 'This address of `{host}` has a user name or a password in it; take it out, everyone can read it',
    host: '`{url}` has no full host name; write it like https://example.com/',
    mail: '`{url}` is no mail address; write it like mailto:name@example.com',
    unparseable: '`{url}` is no address that a browser can read; check it',
  },
  options: v.object({ ...scopeOptions }),
  examples: [
    {
      text: '<a href="(https://tea.test/x)">Tea</a>\n',
      finds: ['1:10 wrapped'],
      fixed: '<a href="https://tea.test/x">Tea</a>\n',
    },
    { text: '## A\n\n- [Tea](teahouse.io) - Leaves.\n', finds: ['3:9 no-scheme'] },
    { text: '## A\n\n- [Tea](https:/tea.test) - Leaves.\n', finds: ['3:9 slashes'] },
    { text: '## A\n\n- [Tea](https://https://tea.test) - Leaves.\n', finds: ['3:9 double-scheme'] },
    { text: '## A\n\n- [Tea](htp://tea.test) - Leaves.\n', finds: ['3:9 scheme-typo'] },
    { text: '## A\n\n- [Tea](https://me:secret@tea.test/) - Leaves.\n', finds: ['3:9 credentials'] },
    { text: '## A\n\n- [Tea](<https://tea .test/a>) - Leaves.\n', finds: ['3:10 space'] },
    {
      text: '## A\n\n- [Tea](<https://tea.test/a b>) - Leaves.\n',
      finds: [],
      note: 'GitHub writes `%20` for this space.',
    },
    { text: "## A\n\n<a href='https://tea.test/\"'>Tea</a>\n", finds: ['3:10 quote'] },
    { text: '## A\n\n<a href="https://tea.test/x)">Tea</a>\n', finds: ['3:10 parenthesis'] },
    { text: '## A\n\n- [Tea](https://teahouse/menu) - Leaves.\n', finds: ['3:9 host'] },
    { text: '## A\n\n- [Tea](https://tea%zz.test/) - Leaves.\n', finds: ['3:9 unparseable'] },
    {
      text: '## A\n\n- [Tea](docs/tea.md) and [more](tea.sh).\n',
      finds: [],
      note: 'Files beside the list have no scheme.',
    },
    { text: '## A\n\n- [Tea](https://wiki.test/Tea_(drink)) - Leaves.\n', finds: [] },
    {
      text: '## A\n\n- [Tea](https://tea.test/@house?q=a@b) - Leaves.\n',
      finds: [],
      note: 'An @ behind the host is no password.',
    },
    { text: '## A\n\n- [Tea](https://old.test/web/https://tea.test/) - Leaves.\n', finds: [] },
    { text: '## A\n\nWrite to [the house](mailto:me@teahouse).\n', finds: ['3:22 mail'] },
    { text: '## A\n\n- [Tea](mailto:me@tea.test) or [chat](irc://chat.test/tea).\n', finds: [] },
    {
      text: '## A\n\n[Tell a friend](mailto:?subject=Tea) of it.\n',
      finds: [],
      note: 'Who it goes to may be left open.',
    },
  ],
  check({ list, report }) {
    for (const link of list.links) {
      if (link.sort !== 'invalid') continue;
      const at = link.urlPosition;
      const fix = fixOf(link);
      const url = link.url.length > 80 ? `${link.url.slice(0, 79)}…` : link.url;
      switch (link.fault) {
        case 'wrapped':
          report({
            message: 'wrapped',
            at,
            link,
            fix,
            data: { url, mark: marks[link.url[0] ?? ''] ?? 'quotation marks' },
          });
          break;
        case 'credentials':
          report({ message: 'credentials', at, link, data: { host: /@([^/?#]*)/.exec(link.url)?.[1] ?? 'a site' } });
          break;
        case 'no-scheme':
        case 'scheme-typo':
        case 'slashes':
        case 'double-scheme':
        case 'space':
        case 'quote':
        case 'parenthesis':
        case 'host':
        case 'mail':
          report({ message: link.fault, at, link, fix, data: { url } });
          break;
        default:
          report({ message: 'unparseable', at, link, data: { url } });
      }
    }
  },
});

const marks: Readonly<Record<string, string>> = {
  '(': 'parentheses',
  '[': 'brackets',
  '{': 'braces',
  '<': 'angle brackets',
};

/** The edit that leaves the address that was meant; only what unwraps it is sure. */
function fixOf(link: Link): Fix | null {
  const { url, fault } = link;
  const edit = (address: string, safe: boolean): Fix => ({ safe, edits: [rewriteUrl(link, address)] });
  switch (fault) {
    case 'wrapped': {
      const inner = /^[([{"'“‘«`]+\s*(https?:\/\/[^\s"'“”‘’«»`]+?)\s*[)\]}"'”’»`]+$/.exec(url)?.[1];
      return inner !== undefined && URL.canParse(inner) && !inner.includes('](') ? edit(inner, true) : null;
    }
    case 'no-scheme':
      return edit(`https://${url.replace(/^\/\//, '')}`, false);
    case 'slashes':
      return edit(url.replace(/^(https?):\/*/i, '$1://'), false);
    case 'double-scheme':
      return edit(url.replace(/^https?:\/\/(?=https?:\/\/)/i, ''), false);
    case 'scheme-typo':
      return edit(url.replace(/^[a-z]+[:;]?\/+/i, 'https://'), false);
    default:
      return null;
  }
}
