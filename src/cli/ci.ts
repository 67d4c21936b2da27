import type { HousesOfRun } from './houses.ts';
import type { OptionValues } from './options.ts';
import type { Run } from './run.ts';

/** A run with what `ci:` of the house file says, where a machine runs it; what the command line says goes before. */
export async function withCi(run: Run, houses: HousesOfRun): Promise<Run> {
  if (!isCi(run)) return run;
  const { ci } = (await houses.ofFolder(run.io.cwd)).house;
  if (ci === undefined) return run;
  const { values, given } = run;
  const said: OptionValues = {
    ...(ci.threshold && { threshold: ci.threshold }),
    ...(ci.maxWarnings !== undefined && { 'max-warnings': String(ci.maxWarnings) }),
    ...(ci.severity && { severity: ci.severity }),
    ...(ci.except && { except: ci.except }),
    ...(ci.only && values.check === undefined && { only: ci.only }),
  };
  const outputs = values.output === undefined ? (ci.outputs ?? []) : [];
  const formats = values.format === undefined && ci.format ? [ci.format] : [];
  return {
    ...run,
    values: { ...said, ...values },
    // Before a format, which would else be taken for that of the file.
    given: [
      ...outputs.map((value) => ({ name: 'output', value })),
      ...formats.map((value) => ({ name: 'format', value })),
      ...given,
    ],
  };
}

/** `--ci`, or the variable that every CI service sets. */
function isCi({ io, values }: Run): boolean {
  return values.ci === true || !['', '0', 'false', 'no'].includes((io.env.CI ?? '').toLowerCase());
}
