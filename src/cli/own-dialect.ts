import { disk } from '../disk/disk.ts';
import { uriOf } from '../disk/place.ts';
import type { HouseInForce } from '../newsroom/houses.ts';
import { ownDialect, type WrittenKind } from '../newsroom/own-dialect.ts';
import { ownTemplates } from '../newsroom/own-templates.ts';

/** How the newsroom of a folder writes its front matter. @param folder as a path, for where no house file is */
export async function dialectFor(at: HouseInForce, folder: string): Promise<WrittenKind | undefined> {
  const templates = await ownTemplates(disk, at);
  return ownDialect(
    disk,
    at,
    templates.map(({ text }) => text),
    at.root ?? uriOf(folder),
  );
}
