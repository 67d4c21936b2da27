/** What a snippet shows before the user types, and its stops. */
export interface ReadSnippet {
  readonly text: string;
  /** Stop numbers in order, mirrors included. */
  readonly stops: readonly number[];
  readonly choices: readonly (readonly string[])[];
}

/**
 * Reads the part of VS Code's snippet syntax that templates use: `$0`, `${1}`, `${1:default}`, `${1|a,b|}` and the
 * escapes of `$`, `}` and `\` (and of `,` and `|` in choices). Throws on anything else, so that nothing slips through
 * as a variable or a transform.
 */
export function readSnippet(snippet: string): ReadSnippet {
  const shown = new Map<number, string>();
  const stops: number[] = [];
  const choices: (readonly string[])[] = [];
  let text = '';
  let at = 0;
  while (at < snippet.length) {
    const unit = snippet.charAt(at);
    if (unit === '\\' && /[\\$}]/.test(snippet.charAt(at + 1))) {
      text += snippet.charAt(at + 1);
      at += 2;
    } else if (unit === '$') {
      const open = /^\$(?:(\d+)|\{(\d+)([}:|]))/.exec(snippet.slice(at, at + 12));
      if (open === null) throw new Error(`unexpected snippet at ${at}: ${snippet.slice(at, at + 20)}`);
      const number = Number(open[1] ?? open[2]);
      at += open[0].length;
      stops.push(number);
      if (open[3] === ':' || open[3] === '|') {
        const closers = open[3] === ':' ? ['}'] : [',', '|'];
        const values = [''];
        for (;;) {
          if (at >= snippet.length) throw new Error('unclosed stop');
          const next = snippet.charAt(at);
          if (next === '\\') {
            const escaped = snippet.charAt(at + 1);
            const special = open[3] === ':' ? /[\\$}]/ : /[\\,|]/;
            if (!special.test(escaped)) throw new Error(`stray backslash before ${escaped}`);
            values[values.length - 1] += escaped;
            at += 2;
          } else if (closers.includes(next)) {
            at++;
            if (next !== ',') break;
            values.push('');
          } else {
            if (next === '$' && open[3] === ':') throw new Error('nested variable');
            values[values.length - 1] += next;
            at++;
          }
        }
        if (open[3] === '|') {
          if (snippet.charAt(at) !== '}') throw new Error('choice not closed');
          at++;
          choices.push(values);
        }
        shown.set(number, values[0] ?? '');
      }
      text += shown.get(number) ?? '';
    } else {
      text += unit;
      at++;
    }
  }
  return { text, stops, choices };
}
