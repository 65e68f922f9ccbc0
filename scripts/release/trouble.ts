/** What a release is made of. */
export interface Release {
  /** As it was pushed. */
  readonly tag: string;
  /** Of the package. */
  readonly version: string;
  readonly changelog: string;
  /** Texts that name a version of the Action or the package, by path. */
  readonly mentions: Readonly<Record<string, string>>;
}

/** How a version is named: of the package or Action, as a tag, in a path of a tag, as a plugin's, and as a default. */
const mention =
  /listwright@v?(\d[\w.-]*)|(?:rev|ref): v(\d[\w.-]*)|listwright\/listwright\/v(\d[\w.-]*)\/|known_good_version: (\d[\w.-]*)|default: '(\d[\w.-]*)' # of listwright|listwright:(\d[\w.-]*)/g;

/** Why this must not be released, in sentences; none when all fits. */
export function troubleOf({ tag, version, changelog, mentions }: Release): readonly string[] {
  const trouble: string[] = [];
  if (tag !== `release-${version}`)
    trouble.push(`the tag is ${tag}, and the package has version ${version}: release-${version} was expected`);
  const [, notes] = changelog.split(`\n## ${version} - `);
  const [date = '', ...lines] = (notes ?? '').split(/\n(?=## )/)[0]?.split('\n') ?? [];
  if (notes === undefined) trouble.push(`CHANGELOG.md has no heading "## ${version} - <date>"`);
  else if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) trouble.push(`CHANGELOG.md: "${date}" is no date like 2026-01-31`);
  else if (!lines.some((line) => line.startsWith('- '))) trouble.push(`CHANGELOG.md says nothing of ${version}`);
  for (const [path, text] of Object.entries(mentions)) {
    const named = [...text.matchAll(mention)].map((match) => match.slice(1).find((version) => version !== undefined));
    for (const other of new Set(named)) if (other !== version) trouble.push(`${path} names version ${other}`);
  }
  return trouble;
}
