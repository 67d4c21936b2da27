import { dirname, join } from 'node:path';
import { kindAt } from '../disk/disk.ts';
import { notWritten } from './not-written.ts';
import gitea from './recipes/gitea.yml';
import github from './recipes/github.yml';
import gitlab from './recipes/gitlab.yml';
import lefthook from './recipes/lefthook.yml';
import preCommit from './recipes/pre-commit.yml';
import type { Run } from './run.ts';
import { showPath } from './shown-path.ts';
import { writeNew } from './write-file.ts';

/** A file that lets another program run the check. */
interface Recipe {
  /** Where that program looks for it, from the top of the repository. */
  readonly path: string;
  readonly text: string;
}

/** What `copydesk init --recipe` writes, by name. */
export const recipes: Readonly<Record<string, Recipe>> = {
  github: { path: '.github/workflows/copydesk.yml', text: github },
  gitlab: { path: '.gitlab-ci.yml', text: gitlab },
  gitea: { path: '.gitea/workflows/copydesk.yml', text: gitea },
  'pre-commit': { path: '.pre-commit-config.yaml', text: preCommit },
  lefthook: { path: 'lefthook.yml', text: lefthook },
};

/** Writes the recipes that `--recipe` names to the top of the repository; one that is there is left as it is. */
export function writeRecipes({ io, say, values }: Run, folder: string): void {
  const top = topOf(folder);
  for (const name of values.recipe ?? []) {
    const recipe = recipes[name];
    if (recipe === undefined) continue;
    const place = join(top, ...recipe.path.split('/'));
    const shown = showPath(place, io.cwd);
    if (values['dry-run'] === true) {
      io.stdout.write(`==> ${shown} <==\n${recipe.text}\n`);
      continue;
    }
    const failed = writeNew(place, Buffer.from(recipe.text));
    if (failed?.kind === 'changed') io.stderr.write(`copydesk: ${say('recipe-kept', { path: shown, name })}\n`);
    else if (failed !== undefined) throw notWritten(shown, failed, say);
    else io.stdout.write(`${shown}\n`);
  }
}

/** The folder of the repository that a folder lies in; itself where there is none. */
function topOf(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (kindAt(join(at, '.git')) !== undefined) return at;
    if (dirname(at) === at) return folder;
  }
}
