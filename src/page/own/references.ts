/** Addresses in a saved page, which are relative to the page or to a stylesheet beside it. */

const absolute = /^(?:[a-z][a-z0-9+.-]*:|[\\/#]|$)/i;

/** The folder of a reference, '' or with a slash at its end. */
export function folderOf(reference: string): string {
  return reference.replace(/[?#].*$/s, '').replace(/[^/]*$/, '');
}

/** A reference that is written relative to `folder`, as one relative to the page. */
export function under(folder: string, reference: string): string {
  const bare = reference.trim();
  return folder === '' || absolute.test(bare) ? bare : folder + bare;
}

/** One name for all references to a file: without encoding, detours, query and fragment. */
export function placeOf(reference: string): string {
  const parts: string[] = [];
  for (const raw of reference.replace(/[?#].*$/s, '').split('/')) {
    let part = raw;
    try {
      part = decodeURIComponent(raw);
    } catch {
      // As it is written.
    }
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** Candidates of a `srcset` whose pictures the host shows, as the HTML standard reads them; those of others are left out. */
export function localCandidates(srcset: string, url: (reference: string) => string | undefined): readonly string[] {
  return [...srcset.matchAll(/([^\s,][^\s]*[^\s,]|[^\s,])(\s+[\d.]+[wx])?\s*(?:,|$)/g)].flatMap(
    ([, reference = '', size = '']) => {
      const shown = url(reference);
      // A comma or a blank would end the candidate.
      return shown === undefined ? [] : [shown.replace(/[\s,]/g, encodeURIComponent) + size.replace(/\s+/, ' ')];
    },
  );
}
