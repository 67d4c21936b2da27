import { rules } from '../../checks/index.ts';
import { tryOut } from '../../engine/house-cases.ts';
import type { House } from '../../house/house.ts';
import type { HouseCase } from '../../house/house-case.ts';
import { resolveHouse } from '../../house/load.ts';
import { exitCodes, type Run } from '../run.ts';

/** The cases of a newsroom's own house file. */
export function casesIn(text: string): readonly HouseCase[] {
  return resolveHouse({ text }, rules).cases;
}

/**
 * `copydesk house --cases`: every case with what is found in it and how it reads after the fixes, those that do not
 * turn out as the file says first marked. Returns the exit code.
 */
export function printCases({ io, say }: Run, cases: readonly HouseCase[], house: House): number {
  let failed = 0;
  for (const { kind, text, finds, fixed } of cases) {
    const tried = tryOut(kind, text, house);
    const holds =
      tried.read &&
      tried.finds.join() === finds.map((find) => find.text).join() &&
      (fixed === undefined || fixed.text === tried.fixed);
    if (!holds) failed++;
    const found = !tried.read ? say('case-unread') : tried.finds.length === 0 ? '' : tried.finds.join(', ');
    const mended = tried.fixed === text ? '' : ` → ${tried.fixed}`;
    io.stdout.write(`${holds ? '✓' : '✗'} ${kind}: ${text}${found === '' ? '' : ` (${found})`}${mended}\n`);
  }
  io.stdout.write(`${say('cases-summary', { count: cases.length, failed })}\n`);
  return failed === 0 ? exitCodes.clean : exitCodes.findings;
}
