import type { Facts } from '../../src/checks/check.ts';
import { traceOf } from '../../src/engine/traces.ts';
import type { House } from '../../src/house/house.ts';
import { linkedFiles } from '../../src/model/linked-files.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { creditsByPlace, elsewhereIn, keysOf } from '../../src/newsroom/elsewhere.ts';
import { ledger } from '../../src/newsroom/ledger.ts';
import { noSites } from '../../src/newsroom/site-addresses.ts';
import { joinUri } from '../../src/newsroom/uri.ts';

/** What other articles of a newsroom, by their paths, have of one. */
export function othersFacts(
  text: string,
  path: string | undefined,
  others: ReadonlyMap<string, string> | undefined,
  house: House,
): Partial<Facts> {
  if (others === undefined) return {};
  const limit = 'test:/newsroom';
  const inForce = {
    house,
    root: limit,
    file: `${limit}/copydesk.yml`,
    faulty: false,
    isUnknown: false,
    folders: [limit],
    staffFiles: [],
    leftOut: undefined,
  };
  const ground = { inForce, limit, sites: noSites };
  const uriOf = (one: string): string => joinUri(limit, ...one.split('/'));
  const uri = uriOf(path ?? '稿件.md');
  const texts = new Map([...others].map(([one, other]) => [uriOf(one), other]));
  const traces = new Map([...texts, [uri, text] as const].map(([one, written]) => [one, traceOf(written)]));
  const known = ledger(traces, (one, trace) => keysOf(one, trace, ground));
  const credits = (one: string) => creditsByPlace(texts.get(one) ?? '', one, ground);
  const links = [...linkedFiles(parseArticle(text))].map(({ key }) => key);
  return {
    elsewhere: elsewhereIn(
      { ledger: known, trace: (one) => traces.get(one), credits },
      traceOf(text),
      uri,
      ground,
      links,
    ),
  };
}
