import type { Article } from './article.ts';
import { imagePath } from './image-path.ts';
import { readInlineRuns } from './markdown/inline-runs.ts';
import type { Place } from './prose.ts';

/**
 * How a link means a file: `path` from the article's folder or the site's root; as Hugo's `ref`, Jekyll's `post_url` and
 * `link` do; `web` by an address, which may be that of the newsroom's own site.
 */
type LinkKind = 'path' | 'ref' | 'post' | 'link' | 'web';

/** A link that means a file of the newsroom. */
interface LinkedFile {
  readonly kind: LinkKind;
  /** What it means, as written, without query and fragment. */
  readonly target: string;
  /** Names both, for asking whether there is one. */
  readonly key: string;
  readonly at: Place;
}

/** `{{< ref "a.md" >}}`, `{{% relref "a.md" %}}`, `{% post_url 2026-05-02-a %}`, `{% link _posts/a.md %}`, with nothing to be worked out in them. */
const tag =
  /^(?:\{\{[<%]\s{0,9}(?:rel)?ref\s{1,9}(?:path\s{0,9}=\s{0,9})?(?:"([^"{}<>%#]{1,400})|`([^`{}<>%#]{1,400})|([^"`\s{}<>%#]{1,400}))[^{}]{0,400}[>%]\}\}|\{%-?\s{0,9}(post_url|link)\s{1,9}([^\s{}%]{1,400})\s{0,9}-?%\})$/;

/** The links of an article that may mean files, in no order. Places on the page and mail are none. */
export function* linkedFiles(article: Article): Iterable<LinkedFile> {
  for (const passage of article.passages) {
    const token = article.tokens[passage.token];
    if (!token?.children || token.children.length < 2) continue;
    for (const { from, to, href } of readInlineRuns(token.content, token.children).links) {
      const target = imagePath(href.replace(/[?#].*$/s, ''));
      if (target === '' || /[{}<>]|\uFFFC/.test(target)) continue;
      if (/^(?:https?:)?\/\//i.test(target)) yield linked('web', target, passage.prose.at(from, to));
      if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target)) continue;
      yield linked('path', target, passage.prose.at(from, to));
    }
  }
  for (const { kind, start, end } of article.foreign) {
    if (kind !== 'template' || end - start > 900) continue;
    // In quotation marks a name may have blanks.
    const [, quoted, literal, bare, jekyll, path] = tag.exec(article.text.slice(start, end)) ?? [];
    const ref = quoted ?? literal ?? bare;
    const at = { from: 0, to: 0, start, end };
    if (ref !== undefined && !/^[a-z][a-z0-9+.-]*:/i.test(ref)) yield linked('ref', ref, at);
    else if (path !== undefined) yield linked(jekyll === 'post_url' ? 'post' : 'link', path, at);
  }
}

function linked(kind: LinkKind, target: string, at: Place): LinkedFile {
  return { kind, target, key: `${kind} ${target}`, at };
}
