import { posix } from 'node:path';
import * as v from 'valibot';
import type { Files } from '../src/model/files.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { ignoreOption } from '../src/rule-kit/shared-options.js';
import {
  communityFolders,
  filesNamed,
  isLeftOver,
  isMisnamed,
  isReadme,
  licenseFiles,
  licenseOf,
} from './repo-files/community-files.js';

const check = (means: string) => v.optional(v.pipe(v.boolean(), v.description(means)), true);

const tea = '# Tea\n\n## Leaves\n\n- [Green](https://tea.example/) - Mild.\n';
const granted = 'Permission is hereby granted, free of charge, to any person who drinks tea …\n';
const whole = { 'README.md': tea, 'contributing.md': 'Brew first.\n', LICENSE: 'CC0 1.0 Universal\n' };

export default defineRule({
  id: 'repo-files',
  topic: 'list',
  summary: 'Include the repository files that visitors expect',
  why: 'They explain how to suggest an entry, how the list may be used, and whom to contact.',
  severity: { strict: 'error', awesome: 'info', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'none',
  messages: {
    'contributing-missing':
      'No `contributing.md` in the root, `.github` or `docs`; add one that explains how to suggest an entry',
    'contributing-place':
      '`{file}` is not where awesome-lint looks; move it to `contributing.md` in the root or in `.github`',
    'contributing-empty': '`{file}` is empty; explain how to suggest an entry',
    'license-missing': 'No license file; add one named `LICENSE`',
    'license-empty': '`{file}` is empty; add the text of the license',
    'license-kind': '`{file}` is {name}, a software license; choose a Creative Commons license such as CC0 for a list',
    'conduct-empty': '`{file}` is empty; add the code of conduct or remove the file',
    'conduct-template': '`{file}` still contains `{text}` from the template; replace it',
    'readme-name': 'The list is in `{file}`, and there is no `readme.md`; rename it so that GitHub displays it',
  },
  options: v.object({
    contributing: check('Require a guide for contributors that is not empty.'),
    contributingMarkdown: v.optional(
      v.pipe(v.boolean(), v.description('Accept only `contributing.md`, in the root or in `.github`.')),
      false,
    ),
    license: v.optional(
      v.pipe(
        v.picklist(['any', 'creative-commons', 'off']),
        v.description('The license to require: `any`, or a Creative Commons license, which is written for texts.'),
      ),
      'any',
    ),
    conduct: check('Report a code of conduct that is not filled in.'),
    readme: check('Require that the list is in `readme.md`.'),
    ...ignoreOption,
  }),
  presetOptions: { strict: { license: 'creative-commons', contributingMarkdown: true } },
  examples: [
    {
      text: tea,
      files: { 'README.md': tea, 'docs/note.md': 'Hot.\n' },
      finds: ['1:1 contributing-missing', '1:1 license-missing'],
    },
    {
      text: `<img src="pot.svg" alt="Pot">\n\n${tea}`,
      files: { 'README.md': tea, '.github/CONTRIBUTING.md': ' \n', COPYING: '' },
      finds: ['3:1 contributing-empty', '3:1 license-empty'],
    },
    {
      text: tea,
      files: { 'README.md': tea, LICENSE: 'CC0 1.0 Universal\n', 'docs/contributing.md': 'Brew first.\n' },
      options: { contributingMarkdown: true },
      finds: ['1:1 contributing-place'],
    },
    { text: tea, files: whole, options: { contributingMarkdown: true }, finds: [] },
    { text: tea, files: { ...whole, 'CODE_OF_CONDUCT.md': '\n' }, finds: ['1:1 conduct-empty'] },
    {
      text: tea,
      files: { ...whole, LICENSE: granted },
      options: { license: 'creative-commons' },
      finds: ['1:1 license-kind'],
    },
    {
      text: tea,
      files: { ...whole, 'Code_of_Conduct.md': 'Be kind, or write to [INSERT CONTACT METHOD].\n' },
      finds: ['1:1 conduct-template'],
    },
    {
      text: tea,
      path: 'README.markdown',
      files: { ...whole, 'README.md': '' },
      finds: [],
      note: 'There is another README.',
    },
    {
      text: tea,
      path: 'awesome-tea.md',
      files: { 'awesome-tea.md': tea, 'contributing.md': 'Brew first.\n', LICENSE: granted },
      finds: ['1:1 readme-name'],
    },
    { text: tea, files: whole, options: { license: 'creative-commons' }, finds: [] },
    { text: tea, files: { ...whole, LICENSE: granted }, finds: [], note: 'Any license is accepted here.' },
    {
      text: tea,
      files: { ...whole, LICENSE: `Code:\n${granted}Text: Creative Commons Attribution 4.0\n` },
      options: { license: 'creative-commons' },
      finds: [],
    },
    {
      text: tea,
      files: { ...whole, 'code-of-conduct.md': 'Write to pot@tea.example.\n' },
      finds: [],
    },
    { text: tea, path: 'README-de.md', files: { 'README-de.md': tea }, finds: [], note: 'A translation.' },
    { text: tea, finds: [], note: 'The files next to the list are not known.' },
  ],
  check({ list, files, options, report }) {
    if (!files.tracked) return;
    const file = posix.basename(list.path);
    const at = list.headings.find(({ node }) => node === null)?.position ?? list.place(0, 0);
    const misnamed = isMisnamed(file, list, files);
    if (!misnamed && !isReadme(file, files)) return;
    if (misnamed && options.readme) report({ message: 'readme-name', at, data: { file } });
    if (options.contributing) {
      const guides = filesNamed('contributing', communityFolders, files);
      const [guide] = guides;
      if (guide === undefined) report({ message: 'contributing-missing', at });
      else if (guides.every((one) => isEmpty(one, files)))
        report({ message: 'contributing-empty', at, data: { file: guide } });
      else if (options.contributingMarkdown) {
        const [found] = filesNamed('contributing', ['', '.github'], files, ['.md']);
        if (found === undefined) report({ message: 'contributing-place', at, data: { file: guide } });
        else if (isEmpty(found, files)) report({ message: 'contributing-empty', at, data: { file: found } });
      }
    }
    if (options.license !== 'off') {
      const [first, ...others] = licenseFiles(files);
      if (first === undefined) report({ message: 'license-missing', at });
      else if ([first, ...others].every((one) => isEmpty(one, files)))
        report({ message: 'license-empty', at, data: { file: first } });
      else if (options.license === 'creative-commons') {
        const kinds = [first, ...others].map((one) => licenseOf(files.text(one) ?? ''));
        const [kind] = kinds;
        if (kind && kinds.every((one) => one?.sort === 'software'))
          report({ message: 'license-kind', at, data: { file: first, name: kind.name } });
      }
    }
    if (options.conduct) {
      const conducts = ['code_of_conduct', 'code-of-conduct'].flatMap((name) =>
        filesNamed(name, communityFolders, files),
      );
      for (const one of conducts) {
        if (isEmpty(one, files)) report({ message: 'conduct-empty', at, data: { file: one } });
        const text = isLeftOver(files.text(one) ?? '', files.repository);
        if (text !== null) report({ message: 'conduct-template', at, data: { file: one, text } });
      }
    }
  },
});

function isEmpty(file: string, files: Files): boolean {
  return files.kind(file) === 'file' && files.text(file)?.trim() === '';
}
