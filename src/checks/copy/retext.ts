import type { Nodes, Parents, Root } from 'nlcst';
import retextEnglish from 'retext-english';
import { type Plugin, type Processor, unified } from 'unified';
import type { Point, Position } from 'unist';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { LITERAL, type Prose } from '../../model/prose.ts';
import { type LineStarts, lineAt } from '../../model/range.ts';
import type { Draft, FixDraft, Options, PassageCheck } from '../check.ts';
import retextChinese, { type ChineseOptions } from './chinese-nlcst.ts';

/** The language that a passage is parsed as. */
export type Language = 'english' | 'chinese';

/** A unified plugin that looks at an nlcst tree, such as `retext-repeated-words`, as it is published. */
export type RetextPlugin<Settings extends unknown[] = []> = Plugin<Settings, Root>;

/** A parser with plugins: unified's processor, ready to run. */
export type Retext = Processor<Root>;

/** Makes a processor that parses a language and runs plugins. */
export function retextFor(language: Language, plugins: readonly RetextPlugin[], chinese?: ChineseOptions): Retext {
  const processor: Retext =
    language === 'english' ? unified().use(retextEnglish) : unified().use(retextChinese, chinese);
  for (const plugin of plugins) processor.use(plugin);
  return processor.freeze();
}

/**
 * The nlcst tree of a passage. What a reader of the prose cannot read as language (code, HTML, images) is a
 * `SourceNode`.
 *
 * @param lines the line starts of the source: positions are then places in the source (lines and columns from 1,
 *   offsets from 0, as unist has them), true after entities and escapes and on continuation lines of quotes and
 *   lists. Absent: positions are places in `prose.text`, which is what a passage check wants, because its findings
 *   are kept by the passage's text wherever it stands.
 */
export function nlcstOf(prose: Prose, retext: Pick<Retext, 'parse'>, lines?: LineStarts): Root {
  const tree = retext.parse(prose.text);
  mend(tree, prose, lines);
  return tree;
}

/** Marks literals and, where `lines` are given, moves positions from the prose to the source. */
function mend(root: Root, prose: Prose, lines: LineStarts | undefined): void {
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const from = node.position?.start.offset;
    const to = node.position?.end.offset;
    if (lines && from !== undefined && to !== undefined) node.position = positionOf(prose, from, to, lines);
    if ('children' in node) {
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
  }
}

function positionOf(prose: Prose, from: number, to: number, lines: LineStarts): Position {
  const { start, end } = prose.at(from, to);
  return { start: pointOf(start, lines), end: pointOf(end, lines) };
}

function pointOf(offset: number, lines: LineStarts): Point {
  const line = lineAt(lines, offset);
  return { line: line + 1, column: offset - (lines[line] ?? 0) + 1, offset };
}

/** What a check says of one message of a plugin. */
export interface Said<M extends string> {
  readonly message: M;
  readonly data?: Readonly<Record<string, string | number>>;
}

/** Parsers of natural language are not linear; a longer paragraph (UTF-16 units) is not written by a reporter. */
const LONGEST_PASSAGE = 20_000;

/** A retext plugin as a check. */
export interface RetextCheck<M extends string> extends Omit<PassageCheck<M, Options>, 'run' | 'scope' | 'options'> {
  readonly language: Language;
  readonly plugin: RetextPlugin;
  /** Which passages are parsed at all; a cheap test, since most have nothing to find. */
  wants(text: string): boolean;
  /** Puts a message of the plugin into words of ours; `undefined` drops it. */
  say(message: VFileMessage): Said<M> | undefined;
  /** The message that titles a fix; the plugin's `expected` values are offered one by one, never in bulk. */
  readonly title: M;
}

/** Makes a passage check of a retext plugin, which runs as it is published. The plugin must be synchronous. */
export function fromRetext<const M extends string>(spec: RetextCheck<M>): PassageCheck<M, Options> {
  const { language, plugin, wants, say, title, ...common } = spec;
  // The processor does not change once it is frozen; it is made when the first passage needs it.
  let processor: Retext | undefined;
  return {
    ...common,
    scope: 'passage',
    *run({ prose }): Iterable<Draft<M>> {
      if (prose.text.length > LONGEST_PASSAGE || !wants(prose.text)) return;
      processor ??= retextFor(language, [plugin]);
      const file = new VFile(prose.rendered);
      processor.runSync(nlcstOf(prose, processor), file);
      for (const message of file.messages) {
        const said = say(message);
        const span = said && spanOf(message, prose.text.length);
        if (said === undefined || span === undefined) continue;
        const { from, to } = span;
        const fixes = (message.expected ?? []).map(
          (text): FixDraft<M> => ({ title, safe: false, prose: [{ from, to, text }] }),
        );
        yield { ...said, at: prose.at(from, to), fixes };
      }
    },
  };
}

/** Where a message points, in offsets of the prose; a message about the whole text points at all of it. */
function spanOf({ place }: VFileMessage, length: number): { from: number; to: number } | undefined {
  if (place === undefined) return { from: 0, to: length };
  const start = 'start' in place ? place.start.offset : place.offset;
  const end = 'end' in place ? place.end.offset : place.offset;
  return start === undefined || end === undefined || end < start ? undefined : { from: start, to: end };
}
