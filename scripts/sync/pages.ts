import { readFile } from 'node:fs/promises';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { builtinRules as rules } from '../../src/config/builtin-rules.js';
import { configSchema, severity } from '../../src/config/schema.js';
import { exportShape } from '../../src/export/schema.js';
import { sites } from '../../src/links/sites/registry.js';
import { proposalShape, reportShape, treeParts, treeShape } from '../../src/report/schema.js';
import { ciPage } from './ci-page.js';
import { cliPage } from './cli-page.js';
import { comingFromPage } from './coming-from-page.js';
import { commandLine } from './command-line.js';
import { configurationPage, type SchemaPart } from './configuration-page.js';
import { withLibrary } from './library.js';
import { linkOptionTypes } from './link-option-types.js';
import { linksPage } from './links-page.js';
import { manPage } from './man-page.js';
import { osiLicenses } from './osi-licenses.js';
import { pageAssets } from './page-assets.js';
import { recipePages } from './recipe-pages.js';
import { rulePages, rulesPage } from './rules-page.js';
import { templatesFile } from './templates-file.js';
import { verdictsPage } from './verdicts-page.js';

const base = 'https://raw.githubusercontent.com/listwright/listwright/main/schema';

/** Every generated file but the index of the rules, by path. */
export async function generateAll(root: string): Promise<Record<string, string>> {
  const readme = await readFile(`${root}README.md`, 'utf8').catch(() => null);
  const reportCard = await readFile(`${root}docs/examples/report-card.mjs`, 'utf8');
  const config = schemaFile('config', 'The configuration of listwright', configSchema(rules), { severity });
  return {
    'src/init/templates.ts': await templatesFile(root),
    'rules/README.md': rulesPage(rules),
    ...rulePages(rules),
    'docs/links.md': linksPage(sites),
    'docs/ci.md': await ciPage(root),
    ...(await recipePages(root)),
    'docs/cli.md': cliPage(commandLine()),
    'docs/coming-from.md': comingFromPage(),
    'src/config/raw-link-options.ts': linkOptionTypes(),
    'src/text/osi-licenses.ts': osiLicenses(),
    'src/report/html/assets.ts': await pageAssets(root, 'src/report/html/browser'),
    'src/export/page/assets.ts': await pageAssets(root, 'src/export/page/browser'),
    'schema/config.schema.json': config,
    'docs/configuration.md': configurationPage(JSON.parse(config) as SchemaPart, reportCard.trimEnd()),
    'docs/verdicts.md': verdictsPage(),
    'schema/report.schema.json': schemaFile('report', 'The report of listwright', reportShape),
    'schema/proposal.schema.json': schemaFile('proposal', 'What listwright add proposes', proposalShape),
    'schema/export.schema.json': schemaFile('export', 'What listwright export writes as JSON', exportShape),
    'man/listwright.1': manPage(commandLine()),
    'schema/tree.schema.json': schemaFile(
      'tree',
      'The typed tree of a list',
      treeShape,
      treeParts as Record<string, GenericSchema>,
    ),
    ...(readme === null ? {} : { 'README.md': await withLibrary(readme, root) }),
  };
}

function schemaFile(
  name: string,
  title: string,
  shape: GenericSchema,
  definitions?: Record<string, GenericSchema>,
): string {
  const schema = toJsonSchema(shape, {
    errorMode: 'ignore',
    typeMode: 'input',
    // The last items of a tuple may be left out where they are optional.
    overrideSchema({ valibotSchema, jsonSchema }) {
      if (valibotSchema.type !== 'strict_tuple') return undefined;
      const { items } = valibotSchema as unknown as { readonly items: readonly GenericSchema[] };
      return { ...jsonSchema, minItems: items.filter(({ type }) => type !== 'optional').length };
    },
    ...(definitions ? { definitions } : {}),
  });
  const { $schema, ...rest } = schema;
  return `${JSON.stringify({ $schema, $id: `${base}/${name}.schema.json`, title, ...rest }, null, 2)}\n`;
}
