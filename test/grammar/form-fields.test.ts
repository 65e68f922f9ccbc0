import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { formFields } from '../../src/grammar/form-fields.js';
import { workflowFiles } from '../../src/init/workflows.js';

const entries = {
  format: [
    '- [{name}]({url}) ({last-update}) - {description}.{+ `{license}`}',
    '- [{name}]({url}) ({last-update}){? {level}}{+ `{license}`}',
  ],
  fields: { level: { values: ['Easy', 'Hard: "very"'] }, license: { values: ['MIT', 'BSD-2-Clause'] } },
};

test('a form has a field for each of the formats, besides the usual', () => {
  expect(formFields(entries)).toEqual(
    [
      { name: 'last-update', label: 'Last update', values: null, isRepeated: false, isRequired: true },
      { name: 'license', label: 'License', values: ['MIT', 'BSD-2-Clause'], isRepeated: true, isRequired: true },
      { name: 'level', label: 'Level', values: ['Easy', 'Hard: "very"'], isRepeated: false, isRequired: false },
    ].filter(({ name }) => name !== ''),
  );
  expect(formFields({ format: '- [{name}]({url}) - {description}' })).toEqual([]);
});

test('init writes the questions into the form', () => {
  const files = workflowFiles({ defaultBranch: 'main', kinds: ['issue-form'], fields: formFields(entries) });
  const { body } = parse(files.find(({ path }) => path.includes('ISSUE_TEMPLATE'))?.text ?? '');
  expect(body.slice(-3)).toEqual([
    { type: 'input', id: 'field-last-update', attributes: { label: 'Last update' }, validations: { required: true } },
    {
      ...{ type: 'input', id: 'field-license' },
      attributes: {
        label: 'License',
        description: 'One or several, separated by commas: any of MIT, BSD-2-Clause.',
      },
      validations: { required: true },
    },
    { type: 'dropdown', id: 'field-level', attributes: { label: 'Level', options: ['Easy', 'Hard: "very"'] } },
  ]);
});
