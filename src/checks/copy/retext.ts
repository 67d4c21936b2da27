import type { Nodes, Parents, Root } from 'nlcst';
import retextEnglish from 'retext-english';
import { type Plugin, type Processor, unified } from 'unified';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { Passage } from '../../model/article.ts';
import { LITERAL, type Prose } from '../../model/prose.ts';
import type { Draft, FixDraft } from '../check.ts';

/** A unified plugin that looks at an nlcst tree, such as `retext-repeated-words`, as it is published. */
type RetextPlugin<Settings extends unknown[] = []> = Plugin<Settings, Root>;

/** A parser with plugins: unified's processor, ready to run. */
type Retext = Processor<Root>;

/** Makes a processor that parses English and runs plugins. */
export function retextOf(plugins: readonly RetextPlugin[]): Retext {
  const processor: Retext = unified().use(retextEnglish);
  for (const plugin of plugins) processor.use(plugin);
  return processor.freeze();
}

/**
 * The nlcst tree of a passage. What a reader of the prose cannot read as language (code, HTML, images) is a
 * `SourceNode`. Positions are places in `prose.text`: findings of a passage are kept by its text wherever it stands.
 */
export function nlcstOf(prose: Prose, retext: Pick<Retext, 'parse'>): Root {
  const tree = retext.parse(prose.text);
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!('children' in node)) continue;
    const parent: Parents = node;
    for (const [index, child] of parent.children.entries()) {
      if (child.type === 'SymbolNode' && child.value.startsWith(LITERAL)) {
        const start = child.position?.start.offset ?? 0;
        const value = prose.rendered.slice(start, start + child.value.length);
        parent.children[index] = { ...child, type: 'SourceNode', value };
      }
    }
    waiting.push(...parent.children);
  }
  return tree;
}

/** What a check says of one message of a plugin. */
interface Said<M extends string> {
  readonly message: M;
  readonly data?: Readonly<Record<string, string | number>>;
}

/** Parsers of natural language are not linear; a longer paragraph (UTF-16 units) is not written by a reporter. */
const LONGEST_PASSAGE = 20_000;

/** What a check makes of a retext plugin. */
interface RetextUse<M extends string> {
  readonly plugin: RetextPlugin;
  /** Which passages are parsed at all; a cheap test, since most have nothing to find. */
  wants(text: string): boolean;
  /** Puts a message of the plugin into words of ours; `undefined` drops it. */
  say(message: VFileMessage): Said<M> | undefined;
  /** The message that titles a fix; the plugin's `expected` values are offered one by one, never in bulk. */
  readonly fixTitle: M;
}

/** What a check finds with a retext plugin, which runs as it is published. The plugin must be synchronous. */
export function fromRetext<const M extends string>(use: RetextUse<M>): (passage: Passage) => Iterable<Draft<M>> {
  const { plugin, wants, say, fixTitle: title } = use;
  // The processor does not change once it is frozen; it is made when the first passage needs it.
  let processor: Retext | undefined;
  return function* ({ prose }) {
    if (prose.text.length > LONGEST_PASSAGE || !wants(prose.text)) return;
    processor ??= retextOf([plugin]);
    const file = new VFile(prose.rendered);
    processor.runSync(nlcstOf(prose, processor), file);
    for (const message of file.messages) {
      const said = say(message);
      const span = said && spanOf(message, prose.text.length);
      if (said === undefined || span === undefined) continue;
      const { from, to } = span;
      const fixes = (message.expected ?? []).map(
        (text): FixDraft<M> => ({ title, data: { expected: text }, safe: false, prose: [{ from, to, text }] }),
      );
      yield { ...said, at: prose.at(from, to), fixes };
    }
  };
}

/** Where a message points, in offsets of the prose; a message about the whole text points at all of it. */
function spanOf({ place }: VFileMessage, length: number): { from: number; to: number } | undefined {
  if (place === undefined) return { from: 0, to: length };
  const start = 'start' in place ? place.start.offset : place.offset;
  const end = 'end' in place ? place.end.offset : place.offset;
  return start === undefined || end === undefined || end < start ? undefined : { from: start, to: end };
}
