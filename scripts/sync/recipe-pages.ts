import { readdir, readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** What of a configuration decides about the workflows. */
interface RecipeConfig {
  readonly prune?: object;
  readonly refresh?: object;
  readonly pullRequest?: {
    readonly title?: string;
    readonly links?: object;
    readonly checkboxes?: unknown;
    readonly removed?: unknown;
    readonly labels?: Readonly<Record<string, string>>;
  };
}

const folder = 'docs/recipes/';
/** Where the workflows of a page are: which, and the lists that they check where those are not the README. */
const block = /<!-- workflows: ([\w., -]+?)(?:; paths: (.+?))? -->\n[\s\S]*?<!-- end of the workflows -->/;

/** The pages of recipes, each with the workflows of `templates/` as its configuration needs them. */
export async function recipePages(root: string): Promise<Record<string, string>> {
  const names = (await readdir(root + folder)).filter((name) => name.endsWith('.md') && name !== 'README.md').sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [folder + name, await recipePage(root, folder + name)] as const)),
  );
}

async function recipePage(root: string, path: string): Promise<string> {
  const page = await readFile(root + path, 'utf8');
  const [, config = ''] = /```yaml\n# listwright\.config\.yaml\n([\s\S]*?)```/.exec(page) ?? [];
  const [found, files, paths] = block.exec(page) ?? [];
  if (found === undefined || files === undefined) throw new Error(`${path}: the block of its workflows is missing`);
  const workflows = await Promise.all(
    files.split(', ').map(async (file) => {
      const template = await readFile(`${root}templates/${file}`, 'utf8');
      const text = adapted(
        template.replaceAll('$default-branch', 'main'),
        parse(config) as RecipeConfig,
        paths ?? null,
      );
      return `\`.github/workflows/${file}\`:\n\n\`\`\`yaml\n${text.trimEnd()}\n\`\`\`\n`;
    }),
  );
  const [open = ''] = found.split('\n');
  return page.replace(found, () => `${open}\n\n${workflows.join('\n')}\n<!-- end of the workflows -->`);
}

/** A workflow with the lines that a configuration needs. */
function adapted(workflow: string, { prune, refresh, pullRequest = {} }: RecipeConfig, paths: string | null): string {
  const { title, links, checkboxes, labels, removed } = pullRequest;
  const isAboutText = [title, links, checkboxes].some((each) => each !== undefined);
  const named = labels === undefined ? [] : ['labels: |', ...Object.values(labels).map((label) => `  ${label}`)];
  const listed = paths === null ? [] : ['paths: |', ...paths.split(' ').map((path) => `  ${path}`)];
  const edits: readonly (readonly [needed: boolean, line: RegExp, lines: readonly string[]])[] = [
    [isAboutText, /^( *)(pull_request:)$/m, ['$2', '  types: [opened, synchronize, reopened, edited]']],
    [
      removed !== undefined,
      /^( *)#.*\n *fetch-depth: .*$/m,
      ['# All commits, in which entries are searched that were removed before.', 'fetch-depth: 0'],
    ],
    [named.length > 0, /^( *)(comment: true)$/m, ['$2', ...named]],
    [listed.length > 0, /^( *)(mode: (?:changed|all))$/m, ['$2', ...listed]],
    [prune !== undefined, /^( *)# (prune: true)$/m, ['$2']],
    [refresh !== undefined, /^( *)# (refresh: true)$/m, ['$2']],
  ];
  return edits.reduce(
    (text, [needed, line, lines]) => (needed ? text.replace(line, lines.map((each) => `$1${each}`).join('\n')) : text),
    workflow,
  );
}
