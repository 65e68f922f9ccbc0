/** What an entry is to say. */
export interface ProposedFacts {
  /** As readers will see it, without markup and kind. */
  readonly name: string;
  readonly url: string;
  /** Null for none. */
  readonly description: string | null;
  /** What kind of thing it is, as this list writes it; null where no one can tell. */
  readonly kind: string | null;
}

/** `owner/name` of an address that is the root of a repository on GitHub; null for any other. */
export function repositoryOf(url: string): string | null {
  return (
    /^https?:\/\/(?:www\.)?github\.com\/([\w-]{1,39}\/[\w.-]{1,100}?)(?:\.git)?\/?(?:#readme)?$/i.exec(url)?.[1] ?? null
  );
}
