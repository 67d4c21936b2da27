/**
 * The text of a check's page, or `undefined` when there is no such check. Pages are bundled with the program and
 * read only when somebody asks for one.
 */
export async function pageText(id: string): Promise<string | undefined> {
  if (!/^[a-z]+(-[a-z]+)*$/.test(id)) return undefined;
  try {
    const module: { readonly default: string } = await import(`./${id}.md`);
    return module.default;
  } catch {
    return undefined;
  }
}
