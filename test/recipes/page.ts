import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A row of the table of a recipe. */
export interface RecipeRow {
  /** What the list checks. */
  readonly check: string;
  /** `yes`, or `no, ` and why not. */
  readonly works: string;
}

/** What a page of docs/recipes has. */
export interface RecipePage {
  readonly text: string;
  /** The text of its `listwright.config.yaml`. */
  readonly configuration: string;
  readonly rows: readonly RecipeRow[];
}

const folder = fileURLToPath(new URL('../../docs/recipes/', import.meta.url));

/** The names of the recipes. */
export const recipeNames: readonly string[] = readdirSync(folder)
  .filter((name) => name !== 'README.md')
  .map((name) => name.replace('.md', ''));

/** Reads a page; `README` is the index. */
export function recipePage(name: string): RecipePage {
  const text = readFileSync(`${folder}${name}.md`, 'utf8');
  return {
    text,
    configuration: /```yaml\n# listwright\.config\.yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? '',
    rows: [...text.matchAll(/^\| (.+?) \| .+? \| (yes|no\b.*) \|$/gm)].map(([, check = '', works = '']) => ({
      check,
      works,
    })),
  };
}

/** The workflows of a page, by the names of their files. */
export function workflowsOf(text: string): ReadonlyMap<string, string> {
  const blocks = [...text.matchAll(/^`\.github\/workflows\/([\w.-]+)`:\n\n```yaml\n([\s\S]*?)```$/gm)];
  return new Map(blocks.map(([, file = '', yaml = '']) => [file, yaml]));
}

/** The example plugins that a configuration names, by the names of their files. */
export function pluginsOf(configuration: string): Readonly<Record<string, string>> {
  const names = [...configuration.matchAll(/\.\/([a-z-]+\.mjs)/g)].map(([, name = '']) => name);
  const examples = fileURLToPath(new URL('../../docs/examples/', import.meta.url));
  return Object.fromEntries(names.map((name) => [name, readFileSync(`${examples}${name}`, 'utf8')]));
}
