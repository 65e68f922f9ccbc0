import type { Files } from '../model/files.js';
import { isLanguageTag } from '../url/language-tag.js';

/** Folders that hold translations of what is next to them. */
const containers = new Set([
  'docs',
  'doc',
  'i18n',
  'l10n',
  'lang',
  'langs',
  'languages',
  'locales',
  'translations',
  'translation',
]);

/** A language at the end of a name: with a region or script, or alone. */
const suffixes = [
  /^(.+)[._-]([a-z]{2}[-_](?:[a-z]{2}|[a-z]{4}|\d{3}))(\.[a-z]+)$/i,
  /^(.+)[._-]([a-z]{2,4})(\.[a-z]+)$/i,
];

/** What a path would be without the language in its name. */
interface Named {
  /** Folder and name without the language, in lower case: next to it, and above a folder for translations. */
  readonly keys: readonly string[];
  /** In lower case; null where the name has none. */
  readonly tag: string | null;
}

/** The files that are, by their names, the same list in another language; paths from the root of the repository. */
export function translationsOf(path: string, files: Files): readonly string[] {
  const own = readName(path);
  const found = candidates(own, path, files).filter((other) => {
    const { keys, tag } = readName(other);
    return other !== path && tag !== own.tag && keys.some((key) => own.keys.includes(key));
  });
  return [...new Set(found)].sort();
}

/** True for a README that is by its name a translation, whose links are those of the original: `README.zh.md`, `docs/zh/README.md`. */
export function isTranslatedReadme(path: string): boolean {
  const { keys, tag } = readName(path);
  return tag !== null && keys.some((key) => /(?:^|[^a-z])readme\.[a-z]+$/.test(key));
}

/** `docs/zh/README.md` and `README.zh.md` are `readme.md` in Chinese. */
function readName(path: string): Named {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  for (const form of suffixes) {
    const [, stem = '', tag = '', end = ''] = form.exec(name) ?? [];
    if (stem !== '' && isLanguageTag(tag)) return { keys: keysOf(folders, stem + end), tag: tag.toLowerCase() };
  }
  const folder = folders.at(-1) ?? '';
  if (isLanguageTag(folder)) return { keys: keysOf(folders.slice(0, -1), name), tag: folder.toLowerCase() };
  return { keys: [keyOf(folders, name)], tag: null };
}

function keysOf(folders: readonly string[], name: string): readonly string[] {
  const inContainer = containers.has(folders.at(-1)?.toLowerCase() ?? '');
  return [keyOf(folders, name), ...(inContainer ? [keyOf(folders.slice(0, -1), name)] : [])];
}

function keyOf(folders: readonly string[], name: string): string {
  return [...folders, name].join('/').toLowerCase();
}

/** Markdown files in the places where translations are. */
function candidates(own: Named, path: string, files: Files): readonly string[] {
  const names = (folder: string): readonly string[] => files.names?.(folder) ?? [];
  const join = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);
  const places = own.keys.flatMap((key) => {
    // The key is in lower case, the folder may not be.
    const root = path
      .split('/')
      .slice(0, key.split('/').length - 1)
      .join('/');
    const inside = names(root).filter((name) => containers.has(name.toLowerCase()));
    return [root, ...inside.map((name) => join(root, name))];
  });
  return [...new Set(places)].flatMap((place) =>
    names(place).flatMap((name) => {
      if (isLanguageTag(name)) return names(join(place, name)).map((file) => join(join(place, name), file));
      return /\.(?:md|markdown)$/i.test(name) ? [join(place, name)] : [];
    }),
  );
}
