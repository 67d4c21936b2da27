/** Where sites lie, as they are written: `https://haizhou.example/blog/`. */
export type SiteBases = readonly string[];

/** The parts of an address on the web; a scheme that is left out is the page's own. */
const onWeb = /^(?:https?:)?\/\/([^\s/?#@]{1,255})(\/[^\s]*)?$/i;

/** The host of an address and what stands behind it; `undefined` for what is none. `www.` is nobody's concern. */
function partsOf(address: string): { readonly host: string; readonly path: string } | undefined {
  const [, host, path = '/'] = onWeb.exec(address.trim()) ?? [];
  return host === undefined ? undefined : { host: host.toLowerCase().replace(/^www\.|:(?:80|443)$/g, ''), path };
}

/** Whether a link names a site, and not a place on its own one. */
export function isOnWeb(link: string): boolean {
  return onWeb.test(link);
}

/**
 * The paths that a link may mean on one's own site: its own where it names none, none where it leads to another's. Where
 * a site lies in a folder, its articles may say their addresses with that folder or without.
 */
export function pathsOnSite(link: string, bases: SiteBases): readonly string[] {
  if (!isOnWeb(link)) return [link];
  const linked = partsOf(link);
  const paths = bases.flatMap((base) => {
    const site = partsOf(base);
    if (linked === undefined || site === undefined || site.host !== linked.host) return [];
    const home = site.path.replace(/\/+$/, '');
    const isInside = home !== '' && linked.path.startsWith(`${home}/`);
    return isInside ? [linked.path, linked.path.slice(home.length)] : home === '' ? [linked.path] : [];
  });
  return [...new Set(paths)];
}

/** The path of a link, whatever site it names; `undefined` for a link that names none. */
export function pathOnWeb(link: string): string | undefined {
  return partsOf(link)?.path;
}
