import { version } from '../../../package.json';
import { manPage } from '../man-page.ts';
import { exitCodes, type Run } from '../run.ts';

/** `copydesk man`: prints the manual page. Returns the exit code. */
export async function man({ io, locale }: Run): Promise<number> {
  io.stdout.write(manPage(version, locale));
  return exitCodes.clean;
}
