import { disk } from '../disk/disk.ts';
import { uriOf } from '../disk/place.ts';
import { lineStarts } from '../model/range.ts';
import { reportFinding } from './build-report.ts';
import { houseChooser } from './checks-wanted.ts';
import type { HousesOfRun } from './houses.ts';
import type { FileReport } from './report.ts';
import type { Run } from './run.ts';
import { showUri } from './shown-path.ts';

/**
 * Pictures that nothing names, as findings in their own files, where a whole folder is checked and its house asks for
 * that. A run over what changed, or over articles of a stage or a person, asks for articles alone.
 */
export async function reportPictures(
  { io, locale, values }: Run,
  folders: readonly string[],
  houses: HousesOfRun,
): Promise<readonly FileReport[]> {
  const { changed, staged, since, stage, by } = values;
  if (folders.length === 0 || changed || staged || stage || by || since !== undefined) return [];
  const choose = houseChooser(values);
  const { unusedPictures } = await import('../newsroom/unused-pictures.ts');
  const unused = await unusedPictures(folders.map(uriOf), { world: disk, houses, choose });
  return unused.map(({ uri, finding }) => ({
    path: showUri(uri, io.cwd),
    characters: 0,
    mistakes: 0,
    findings: [reportFinding(finding, lineStarts(''), locale)],
  }));
}
