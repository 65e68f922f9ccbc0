/** Imports a module by its URL. A file of its own: the single executable imports in another way. */
export function importModule(url: string): Promise<unknown> {
  return import(url);
}
