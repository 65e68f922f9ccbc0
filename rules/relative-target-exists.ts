import * as v from 'valibot';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { rewriteUrl } from '../src/rule-kit/edits.js';
import { scopeOptions } from '../src/rule-kit/options.js';
import { isDetached, resolveLocal } from '../src/url/resolve-relative.js';

export default defineRule({
  id: 'relative-target-exists',
  topic: 'urls',
  summary: 'Link only to files that exist',
  why: 'A relative link to a file that is not in the repository shows a page that says 404; an image shows nothing.',
  severity: { awesome: 'error', list: 'error', roadmap: 'error', minimal: 'error', default: 'error' },
  fix: 'suggest',
  supersededBy: ['no-placeholder', 'url-wellformed'],
  messages: {
    missing: 'There is no file `{path}`; add it, or link to one that is there',
    image: 'There is no image `{path}`; add it, or take it out',
    many: 'There are no files for {count} links and images, `{path}` the first of them; add them, or check the list beside its files',
    case: 'There is no file `{path}`, but one that differs in case; write `{near}`',
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
      note: 'GitHub tells upper from lower case, many laptops do not.',
    },
    { text: `# Tea\n\n${'[Pot](pots.md)\n'.repeat(21)}`, files: { LICENSE: '' }, finds: ['3:7 many'] },
    { text: '# Tea\n\n[Rules](docs/RULES.md) [folder](docs)\n', files: { 'docs/RULES.md': '' }, finds: [] },
    { text: '# Tea\n\n[Rules](/docs/My%20Rules.md?raw=true)\n', files: { 'docs/My Rules.md': '' }, finds: [] },
    {
      text: '# Tea\n\n[Issues](../../issues)\n',
      files: { LICENSE: '' },
      finds: [],
      note: 'GitHub serves what lies above the repository.',
    },
    { text: '# Tea\n\n[Rules](RULES.md)\n', finds: [], note: 'Nothing is known of the files beside the list.' },
  ],
  check({ list, files, foldOver, report }) {
    if (isDetached(list, files)) return;
    const missing = list.links.flatMap((link) => {
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
      report({ message: 'many', at: first.link.urlPosition, places, url: first.link.url, data });
    }
    for (const { link, path, near } of missing) {
      const at = link.urlPosition;
      if (near !== null) {
        const edits = [rewriteUrl(link, near)];
        report({ message: 'case', at, link, data: { path, near }, fix: { safe: false, edits } });
      } else if (gone.length <= foldOver)
        report({ message: link.image ? 'image' : 'missing', at, link, data: { path } });
    }
  },
});
