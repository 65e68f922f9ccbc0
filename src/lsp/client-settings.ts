/** What a person has set in the editor. */
export interface ClientSettings {
  /** True where the editor says that the workspace is trusted: then configurations may run code, and links may be asked. */
  readonly trusted: boolean;
  /** When links are checked by themselves. */
  readonly links: 'off' | 'save';
  /** The most links that are checked on one save. */
  readonly linkBudget: number;
  /** The preset to begin with; null for what the configuration says. */
  readonly preset: string | null;
  /** The configuration file; null for the one that is found. */
  readonly config: string | null;
}

/** What counts where the editor says nothing. */
export const defaultClientSettings: ClientSettings = {
  trusted: false,
  links: 'save',
  linkBudget: 50,
  preset: null,
  config: null,
};

/** Reads what an editor sends, which may be anything; what is not there or does not fit stays as it was. */
export function readClientSettings(value: unknown, before: ClientSettings = defaultClientSettings): ClientSettings {
  if (typeof value !== 'object' || value === null) return before;
  const given = value as Readonly<Record<string, unknown>>;
  const { trusted, links, linkBudget } = given;
  return {
    trusted: typeof trusted === 'boolean' ? trusted : before.trusted,
    links: links === 'off' || links === 'save' ? links : before.links,
    linkBudget:
      typeof linkBudget === 'number' && Number.isInteger(linkBudget) && linkBudget >= 0
        ? linkBudget
        : before.linkBudget,
    preset: readName(given, 'preset', before.preset),
    config: readName(given, 'config', before.config),
  };
}

/** Editors that know no null send an empty text for nothing. */
function readName(given: Readonly<Record<string, unknown>>, key: string, before: string | null): string | null {
  const value = given[key];
  if (value === null || value === '') return null;
  return typeof value === 'string' ? value : before;
}
