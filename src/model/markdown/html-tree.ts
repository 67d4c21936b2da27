import type { HtmlBlockTag, HtmlRun } from './html-steps.ts';
import { HTML } from './html-tags.ts';
import type { Token, TokenClass } from './token.ts';

/** Elements that have a token of their own, by what Markdown calls it; all others only end the run before them. */
const types: ReadonlyMap<string, string> = new Map(
  Object.entries({ ul: 'bullet_list', ol: 'ordered_list', li: 'list_item' }).concat(
    'blockquote details summary table caption thead tbody tfoot tr td th'.split(' ').map((name) => [name, name]),
  ),
);
const lists: ReadonlySet<string> = new Set(['ul', 'ol']);
const cells: ReadonlySet<string> = new Set(['td', 'th', 'caption']);
const rowGroups: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot']);
/** In these the first words stand without a paragraph around them. */
const tight: ReadonlySet<string> = new Set(['list_item_open', 'td_open', 'th_open', 'caption_open', 'summary_open']);
/** Elements that end with what is around them, or where the next one begins. */
const implied: ReadonlySet<string> = new Set([...cells, ...rowGroups, 'tr', 'li', 'summary']);

/** More elements in each other than this are not drawn; browsers stop at 512. */
const DEEPEST = 40;

interface Element {
  readonly name: string;
  /** Which opening tag of the text it is, the same in every reading; -1 for one that no tag opened. */
  readonly number: number;
  readonly token: Token;
}

/** What is open in a table, a cell, a list or a container of Markdown: nothing inside closes what is outside. */
interface Scope {
  /** The element that makes it; '' for Markdown. */
  readonly root: string;
  readonly elements: Element[];
}

/** Makes tokens that nest of tags that may not. Linear: no more than {@link DEEPEST} elements are ever open. */
export class HtmlTree {
  readonly tokens: Token[] = [];
  /** Numbers of the elements that no tag closed. */
  readonly unclosed = new Set<number>();
  readonly #Token: TokenClass;
  readonly #loose: ReadonlySet<number>;
  readonly #scopes: Scope[] = [{ root: '', elements: [] }];
  #block: Token | undefined;
  #number = 0;
  #firstOfBlock = 0;
  #depth = 0;
  #line = 0;
  #heading = '';
  /** How text stands: what its paragraph says, and what is around it. */
  #own = '';
  #around = '';

  /** @param loose numbers of elements that end with the block that opens them */
  constructor(Token: TokenClass, loose: ReadonlySet<number>) {
    this.#Token = Token;
    this.#loose = loose;
  }

  /** A token of Markdown, which stands where it is. */
  markdown(token: Token): void {
    if (token.nesting === -1) this.#endMarkdown();
    else if (token.type !== 'inline') this.#makeRoom();
    if (token.map) this.#line = Math.max(this.#line, token.map[1] - 1);
    this.tokens.push(token);
    if (token.nesting === 1) this.#scopes.push({ root: '', elements: [] });
  }

  /** A block of raw HTML begins. */
  begin(block: Token): void {
    this.tokens.push(block);
    this.#block = block;
    this.#line = block.map?.[0] ?? 0;
    this.#firstOfBlock = this.#number;
    this.#heading = '';
    this.#own = '';
    this.#around = '';
  }

  /** The block has been read. */
  end(): void {
    for (let number = this.#firstOfBlock; number < this.#number; number++) {
      if (this.#loose.has(number)) this.#endNumber(number);
    }
  }

  /** The text has been read. */
  finish(): void {
    this.#endMarkdown();
  }

  run({ text, from, line }: HtmlRun): void {
    if (this.#block === undefined) return;
    this.#goTo(line);
    this.#makeRoom();
    const [type, tag] = this.#heading === '' ? ['paragraph', 'p'] : ['heading', this.#heading];
    const hidden = type === 'paragraph' && tight.has(this.#last()?.type ?? '');
    const open = this.#push(`${type}_open`, tag, 1);
    open.hidden = hidden;
    const aligned = this.#own || this.#around;
    if (aligned !== '' && !hidden) open.attrs = [['style', `text-align:${aligned}`]];
    const inline = this.#push('inline', '', 0);
    inline.content = text;
    inline.children = [];
    inline.piece = { of: this.#block, from };
    this.#line += text.split('\n').length - 1;
    for (const token of [open, inline]) if (token.map) token.map[1] = this.#line + 1;
    this.#push(`${type}_close`, tag, -1);
  }

  /** Preformatted text, as Markdown has it in a fence. */
  code(content: string, line: number): void {
    this.#goTo(line);
    this.#makeRoom();
    this.#push('code_block', 'code', 0).content = content;
  }

  open({ tag: name, attributes, line }: HtmlBlockTag): void {
    const number = this.#number++;
    this.#goTo(line);
    this.#heading = /^h[1-6]$/.test(name) ? name : '';
    this.#own = alignmentOf(attributes);
    if (name === 'div' || name === 'center') this.#around = name === 'center' ? 'center' : this.#own;
    if (name === 'hr') {
      this.#makeRoom();
      this.#push('hr', 'hr', 0);
    }
    if (!types.has(name) || this.#depth >= DEEPEST) return;
    if (name === 'summary' && this.#last()?.type !== 'details_open') return;
    if (name === 'caption' && this.#last()?.type !== 'table_open') return;
    if (name === 'li') {
      if (!lists.has(this.#scope().root)) return;
      this.#endNamed('li');
    } else if (name === 'tr' || cells.has(name) || rowGroups.has(name)) {
      this.#endCell();
      if (this.#scope().root !== 'table') return;
      if (rowGroups.has(name)) for (const each of ['tr', ...rowGroups]) this.#endNamed(each);
      else if (name === 'tr') this.#endNamed('tr');
      else if (name !== 'caption') this.#beginRow();
    } else if (name !== 'summary') this.#makeRoom();
    this.#begin(name, number).attrs = keptAttributes(name, attributes);
  }

  close({ tag: name, line }: HtmlBlockTag): void {
    this.#goTo(line);
    this.#heading = '';
    this.#own = '';
    if (name === 'div' || name === 'center') this.#around = '';
    if (!types.has(name)) return;
    if (lists.has(name)) {
      if (lists.has(this.#scope().root)) this.#endScope(true);
    } else if (cells.has(name)) this.#endCell();
    else if (name === 'table' || name === 'tr' || rowGroups.has(name)) {
      this.#endCell();
      if (this.#scope().root !== 'table') return;
      if (name === 'table') this.#endScope(true);
      else this.#endNamed(name);
    } else this.#endNamed(name);
  }

  /** Text in a table stands in a cell, and text in a list in an item. */
  #makeRoom(): void {
    const { root, elements } = this.#scope();
    if (root === 'table') {
      this.#beginRow();
      this.#begin('td', -1);
    } else if (lists.has(root) && elements.length === 0) this.#begin('li', -1);
  }

  #beginRow(): void {
    if (!this.#scope().elements.some(({ name }) => name === 'tr')) this.#begin('tr', -1);
  }

  #begin(name: string, number: number): Token {
    const token = this.#push(`${types.get(name) ?? name}_open`, name, 1);
    this.#scope().elements.push({ name, number, token });
    this.#depth++;
    if (name === 'table' || lists.has(name) || cells.has(name)) this.#scopes.push({ root: name, elements: [] });
    return token;
  }

  /** Ends the innermost element of a name in this scope, and what is in it. */
  #endNamed(wanted: string): void {
    const scope = this.#scope();
    const index = scope.elements.findLastIndex(({ name }) => name === wanted);
    if (index !== -1) this.#endFrom(scope, index, true);
  }

  /** Ends the elements of the innermost scope from `index` on; `said`: the first of them is ended by a tag. */
  #endFrom(scope: Scope, index: number, said: boolean): void {
    while (scope.elements.length > index) {
      const element = scope.elements.pop();
      if (element === undefined) return;
      const { name, number, token } = element;
      if (!(said && scope.elements.length === index) && !implied.has(name)) this.unclosed.add(number);
      this.#depth--;
      this.#push(`${types.get(name) ?? name}_close`, name, -1);
      if (token.map) token.map[1] = Math.max(token.map[1], this.#line + 1);
    }
  }

  /** Ends the innermost scope and the element that made it. */
  #endScope(said: boolean): void {
    const scope = this.#scopes.pop();
    if (scope === undefined) return;
    this.#endFrom(scope, 0, false);
    const outer = this.#scope();
    this.#endFrom(outer, outer.elements.length - 1, said);
  }

  /** Ends the cell that is open, and the lists in it. */
  #endCell(): void {
    let index = this.#scopes.length - 1;
    while (lists.has(this.#scopes[index]?.root ?? '')) index--;
    if (!cells.has(this.#scopes[index]?.root ?? '')) return;
    while (this.#scopes.length > index) this.#endScope(true);
  }

  /** Ends all that was opened in the innermost container of Markdown, and that container. */
  #endMarkdown(): void {
    while (this.#scope().root !== '') this.#endScope(false);
    this.#endFrom(this.#scope(), 0, false);
    if (this.#scopes.length > 1) this.#scopes.pop();
  }

  #endNumber(wanted: number): void {
    const isWanted = ({ number }: Element): boolean => number === wanted;
    const index = this.#scopes.findLastIndex(({ elements }) => elements.some(isWanted));
    if (index === -1) return;
    while (this.#scopes.length > index + 1) this.#endScope(false);
    const scope = this.#scope();
    this.#endFrom(scope, scope.elements.findIndex(isWanted), false);
  }

  #push(type: string, tag: string, nesting: Token['nesting']): Token {
    const token: Token = new this.#Token(type, tag, nesting);
    token.block = true;
    token.level = (this.#block?.level ?? 0) + this.#depth;
    token.markup = HTML;
    if (nesting !== -1) token.map = [this.#line, this.#line + 1];
    this.tokens.push(token);
    return token;
  }

  #goTo(line: number): void {
    this.#line = (this.#block?.map?.[0] ?? 0) + line;
  }

  #last(): Token | undefined {
    const last = this.tokens.at(-1);
    return last === this.#block ? this.tokens.at(-2) : last;
  }

  #scope(): Scope {
    return this.#scopes.at(-1) ?? { root: '', elements: [] };
  }
}

/** What of an element's attributes reaches the page: numbers, and how text stands. */
function keptAttributes(name: string, attributes: ReadonlyMap<string, string>): Token['attrs'] {
  const kept: [string, string][] = [];
  const wanted = name === 'ol' ? ['start'] : name === 'td' || name === 'th' ? ['colspan', 'rowspan'] : [];
  for (const key of wanted) {
    const number = /^\s*(\d{1,4})\s*$/.exec(attributes.get(key) ?? '')?.[1];
    if (number !== undefined && number !== '1') kept.push([key, String(Number(number))]);
  }
  const alignment = cells.has(name) ? alignmentOf(attributes) : '';
  if (alignment !== '') kept.push(['style', `text-align:${alignment}`]);
  return kept.length === 0 ? null : kept;
}

function alignmentOf(attributes: ReadonlyMap<string, string>): string {
  const said =
    /(?:^|;)\s*text-align\s*:\s*(left|center|right)\b/i.exec(attributes.get('style') ?? '') ??
    /^\s*(left|center|right)\s*$/i.exec(attributes.get('align') ?? '');
  return said?.[1]?.toLowerCase() ?? '';
}
