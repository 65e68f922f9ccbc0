import * as v from 'valibot';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { rewriteUrl } from '../src/rule-kit/edits.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { oncePerUrl } from '../src/rule-kit/written-links.js';
import { detachment, resolveLocal } from '../src/url/resolve-relative.js';

export default defineRule({
  id: 'relative-target-exists',
  topic: 'urls',
  summary: 'Link only to files that exist',
  why: 'A relative link to a missing file leads to a 404 page, and a missing image shows nothing.',
  severity: { awesome: 'error', list: 'error', roadmap: 'error', minimal: 'error', default: 'error' },
  fix: 'suggest',
  supersededBy: ['no-placeholder', 'url-wellformed', 'no-invisible-characters'],
  messages: {
    missing: 'File `{path}` does not exist; add it or correct the link',
    image: 'Image `{path}` does not exist; add it or correct the path',
    many: '{count} links and images lead to files that do not exist (first: `{path}`); add the files, or run listwright inside the repository of the list',
    alone:
      '`{path}` was not found relative to this file; add it, correct the link, or run listwright inside the repository of the list',
    case: 'File `{path}` does not exist; did you mean `{near}`?',
  },
  options: v.object({ ...scopeOptions }),
  examples: [
    { text: '# Tea\n\n[Rules](RULES.md)\n', files: { LICENSE: '' }, finds: ['3:9 missing'] },
    { text: '# Tea\n\n![Leaf](leaf.png)\n', files: { LICENSE: '' }, finds: ['3:9 image'] },
    {
      text: '# Tea\n\n[Rules](contributing.md)\n',
      files: { 'CONTRIBUTING.md': '' },
      finds: ['3:9 case'],
      fixed: '# Tea\n\n[Rules](CONTRIBUTING.md)\n',
      note: 'GitHub compares case, many file systems do not.',
    },
    { text: `# Tea\n\n${'[Pot](pots.md)\n'.repeat(21)}`, files: { LICENSE: '' }, finds: ['3:7 many'] },
    {
      text: '# Tea\n\n[Rules](RULES.md)\n',
      files: { 'notes.txt': '' },
      tracked: false,
      finds: ['3:9 alone'],
      note: 'Outside of a repository this may be a copy of the list, whose files are elsewhere.',
    },
    {
      text: '# Tea\n\n[Rules](RULES.md)\n',
      files: { 'coffee.md': '', 'cocoa.md': '', 'mate.md': '' },
      tracked: false,
      finds: [],
      note: 'A folder of copied lists.',
    },
    {
      text: '# Tea\n\n[Rules](RULES.md)\n',
      files: { 'coffee.md': '', 'cocoa.md': '', 'CONTRIBUTING.md': '' },
      tracked: false,
      finds: ['3:9 alone'],
    },
    {
      text: '# Tea\n\n[Coffee](Coffee.md)\n',
      files: { 'coffee.md': '', 'cocoa.md': '', 'mate.md': '' },
      tracked: false,
      finds: ['3:10 case'],
      fixed: '# Tea\n\n[Coffee](coffee.md)\n',
    },
    {
      text: '# Tea\n\n[Rules](.github/CONTRIBUTING.md)\n',
      files: { 'notes.txt': '' },
      tracked: false,
      finds: [],
      note: 'The repository of a copied list most likely has this file.',
    },
    {
      text: '# Tea\n\n[Rules](contributing.md)\n',
      files: { 'CONTRIBUTING.md': '' },
      tracked: false,
      finds: ['3:9 case'],
      fixed: '# Tea\n\n[Rules](CONTRIBUTING.md)\n',
    },
    {
      text: '# Tea\n\n[Rules](RULES.md) ![Leaf](leaf.png)\n',
      files: { 'leaf.png': '' },
      tracked: false,
      finds: ['3:9 missing'],
      note: 'Other files of the list are there.',
    },
    { text: '# Tea\n\n[Rules](docs/RULES.md) [folder](docs)\n', files: { 'docs/RULES.md': '' }, finds: [] },
    { text: '# Tea\n\n[Rules](/docs/My%20Rules.md?raw=true)\n', files: { 'docs/My Rules.md': '' }, finds: [] },
    {
      text: '# Tea\n\n[Issues](../../issues)\n',
      files: { LICENSE: '' },
      finds: [],
      note: 'GitHub serves paths above the repository.',
    },
    { text: '# Tea\n\n[Rules](RULES.md)\n', finds: [], note: 'The files of the repository are not known.' },
  ],
  check({ list, files, foldOver, report }) {
    const detached = detachment(list, files);
    if (detached === 'yes') return;
    // Outside of a work tree of git the rest of the repository may be elsewhere.
    const atMost = files.tracked ? 'error' : 'warning';
    const missing = oncePerUrl(list.links).flatMap((link) => {
      const answer = link.sort === 'local' ? resolveLocal(link, list, files) : null;
      return answer?.status === 'missing-file'
        ? [{ link, path: answer.path ?? link.url, near: answer.suggestion }]
        : [];
    });
    const gone = missing.filter(({ near }) => near === null);
    const [first, ...rest] = gone;
    // So many have one cause: the list is not where its files are.
    if (first !== undefined && gone.length > foldOver) {
      const data = { count: gone.length, path: first.path };
      const places = rest.map(({ link }) => link.urlPosition);
      report({ message: 'many', at: first.link.urlPosition, places, url: first.link.url, data, atMost });
    }
    for (const { link, path, near } of missing) {
      const at = link.urlPosition;
      if (near !== null) {
        const edits = [rewriteUrl(link, near, list.text)];
        report({ message: 'case', at, link, atMost, data: { path, near }, fix: { safe: false, edits } });
      } else if (gone.length <= foldOver)
        report(
          detached === 'maybe'
            ? { message: 'alone', at, link, atMost: 'info', data: { path } }
            : { message: link.image ? 'image' : 'missing', at, link, atMost, data: { path } },
        );
    }
  },
});
