/**
 * The syntax of templates: Markdown with slots.
 *
 * - `{{title}}`: a slot. Its value, or else a tab stop that shows the slot's default.
 * - `{{lead: Who did what}}`: a slot with a default of its own.
 * - `{{mood: calm | glad}}`: a slot with choices; the first is the default. `\|` is a bar in the text.
 * - `{{series?}}`: optional: without a value, the whole line is left out.
 * - `{{cursor}}`: where the cursor ends up; `{{cursor: text}}` selects the text.
 * - `{{fields}}` alone on a line of the front matter: the house's required fields that the template does not write.
 * - `\{{` is a literal `{{`. Anything that is not a well-formed slot stays as it is written.
 *
 * Slots that Copydesk fills: `title` `subtitle` `series` `column` `source` `reporters` `correspondents`
 * `photographers` `editor` and any other field of the house by its key; `published` `date` `time` `datetime` `year`
 * `month` `day` by the house's clock; `byline` `credit` `editor-line` in the house's forms; `house`, its name. Every
 * other name is the template's own. Values are escaped for YAML where they stand in the front matter.
 */

/** A slot as it is written in a template. */
export interface Slot {
  readonly kind: 'slot';
  readonly name: string;
  /** Without a value the line that holds the slot is left out. */
  readonly optional: boolean;
  /** Default and choices as written, the default first; empty when the template gives none. */
  readonly choices: readonly string[];
}

/** Template text between slots. */
interface Literal {
  readonly kind: 'text';
  readonly text: string;
}

export type Node = Literal | Slot;

const SLOT = /\\\{\{|\{\{([^{}\n]*)\}\}/g;
const NAME = /^([\p{L}\p{N}][\p{L}\p{N}_-]*)\s*(?:(\?)\s*)?(?:[:：]([\s\S]*))?$/u;

function readChoices(written: string): readonly string[] {
  const choices = [''];
  for (let i = 0; i < written.length; i++) {
    const unit = written.charAt(i);
    if (unit === '\\' && written.charAt(i + 1) === '|') {
      choices[choices.length - 1] += '|';
      i++;
    } else if (unit === '|') choices.push('');
    else choices[choices.length - 1] += unit;
  }
  return choices.map((choice) => choice.trim());
}

/** Reads one slot from what stands between `{{` and `}}`; `undefined` when that is not a slot. */
function readSlot(inner: string): Slot | undefined {
  const match = NAME.exec(inner.trim());
  const name = match?.[1];
  if (match === null || name === undefined) return undefined;
  const written = match[3];
  const choices = written === undefined || written.trim() === '' ? [] : readChoices(written);
  return { kind: 'slot', name, optional: match[2] !== undefined, choices };
}

/** Reads one line of a template (or several); never fails. Linear in the length of `text`. */
export function parseSlots(text: string): readonly Node[] {
  const nodes: Node[] = [];
  let literal = '';
  let done = 0;
  for (const match of text.matchAll(SLOT)) {
    literal += text.slice(done, match.index);
    done = match.index + match[0].length;
    const slot = match[1] === undefined ? undefined : readSlot(match[1]);
    if (slot !== undefined) {
      if (literal !== '') nodes.push({ kind: 'text', text: literal });
      literal = '';
      nodes.push(slot);
    } else literal += match[1] === undefined ? '{{' : match[0];
  }
  literal += text.slice(done);
  if (literal !== '') nodes.push({ kind: 'text', text: literal });
  return nodes;
}
