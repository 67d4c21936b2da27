// Faults that some test must notice: each is an edit of the code, found by a text that stands there exactly once.
/**
 * @typedef {object} Mutant
 * @property {string} name what goes wrong, as somebody would tell it who was harmed
 * @property {readonly { file: string, find: string, replace: string }[]} edits
 * @property {readonly string[]} suites parts of the paths of the suites that must notice, as for `npm run test:pure`
 * @property {boolean} [slow] its suites take long; left out of `npm test`
 * @property {boolean} [root] only root can notice
 */

/** @type {readonly Mutant[]} */
export const mutants = [
  {
    name: 'a file is written in place, byte by byte, and a reader sees half of it',
    edits: [
      {
        file: 'src/cli/write-file.ts',
        find: '      renameSync(temporary, target);\n',
        replace:
          "      const file = openSync(target, 'w');\n      for (const byte of after) writeSync(file, Uint8Array.of(byte));\n      closeSync(file);\n",
      },
    ],
    suites: ['cli/write-file'],
  },
  {
    name: 'a file that was changed while it was read is overwritten',
    edits: [
      {
        file: 'src/cli/write-file.ts',
        find: "      if (!readFileSync(target).equals(before)) return { kind: 'changed', detail: '' };\n",
        replace: '',
      },
    ],
    suites: ['cli/write-file'],
  },
  {
    name: 'a symbolic link is replaced by a file',
    edits: [
      { file: 'src/cli/write-file.ts', find: 'const target = realpathSync(path);', replace: 'const target = path;' },
    ],
    suites: ['cli/write-file'],
  },
  {
    name: 'a file that fix writes gets another owner',
    edits: [
      {
        file: 'src/cli/write-file.ts',
        find: '    chownSync(path, uid, gid);\n    return true;\n',
        replace: '    return true;\n',
      },
    ],
    suites: ['cli/write-file'],
    root: true,
  },
  {
    name: 'findings of an older text are shown for a newer one',
    edits: [
      {
        file: 'src/server/reviews.ts',
        find: 'if (open(uri)?.version !== version) return undefined;',
        replace: '',
      },
      {
        file: 'src/server/diagnose.ts',
        find: 'if (!reviewed || open(uri)?.version !== reviewed.version) return undefined;',
        replace: 'if (!reviewed) return undefined;',
      },
    ],
    suites: ['server/findings'],
  },
  {
    name: 'a fix from the preview is made in a text that was edited meanwhile',
    edits: [
      {
        file: 'src/server/preview-pages.ts',
        find: 'if (now?.version !== reviewed.version || now.article.text !== reviewed.article.text) return null;',
        replace: 'if (!now) return null;',
      },
    ],
    suites: ['server/desk'],
  },
  {
    name: 'a reference leads out of the newsroom',
    edits: [
      {
        file: 'src/newsroom/uri.ts',
        find: 'if (parts.pop() === undefined) return undefined;',
        replace: 'parts.pop();',
      },
    ],
    suites: ['faces/uri'],
  },
  {
    name: 'a message with line breaks ends an annotation of GitHub and begins a command',
    edits: [
      {
        file: 'src/cli/reporters/github.ts',
        find: ".replaceAll('\\r', '%0D').replaceAll('\\n', '%0A')",
        replace: '',
      },
    ],
    suites: ['cli/check'],
  },
  {
    name: 'a note moves the cursor or turns the terminal’s line round',
    edits: [
      {
        file: 'src/cli/print-report.ts',
        find: 'visible(named ? message : `${path}: ${message}`)',
        replace: 'named ? message : `${path}: ${message}`',
      },
    ],
    suites: ['cli/check'],
  },
  {
    name: 'what was kept of an article stays when it is closed',
    edits: [
      {
        file: 'src/server/reviews.ts',
        find: '      articles.delete(uri);\n      latest.delete(uri);\n      caches.delete(uri);\n',
        replace: '',
      },
    ],
    suites: ['server/steady'],
  },
  {
    name: 'a fix after which the article reads otherwise than it said is kept',
    edits: [{ file: 'src/engine/fix.ts', find: 'return same ? text : undefined;', replace: 'return text;' }],
    suites: ['engine/fix'],
  },
  {
    name: 'of two fixes that want the same characters both are made',
    edits: [
      {
        file: 'src/engine/fix.ts',
        find: 'return b.start < a.end || b.start === a.start;',
        replace: 'return a === b;',
      },
    ],
    suites: ['engine/fix'],
  },
  {
    name: 'render writes its page over an article or a file of the newsroom',
    edits: [
      {
        file: 'src/cli/write-output.ts',
        find: "  if (own !== undefined) throw new UsageError(say('output-own', { path, what: inLocale(own, locale) }));\n",
        replace: '',
      },
      {
        file: 'src/cli/write-output.ts',
        find: '  if (!mayBeWritten(output, target, endings)) {',
        replace: '  if (!path) {',
      },
    ],
    suites: ['cli/render'],
  },
  {
    name: 'a file whose encoding was only guessed is written',
    edits: [
      {
        file: 'src/cli/commands/fix.ts',
        find: "  if (!read.isCertain) return note('encoding-uncertain', say('encoding-uncertain'));\n",
        replace: '',
      },
    ],
    suites: ['cli/'],
    slow: true,
  },
  {
    name: 'Japanese and Korean bytes are read as GB18030',
    edits: [
      {
        file: 'src/disk/decode.ts',
        find: "  if (guess !== undefined && guess !== 'gb18030') return { kind: 'foreign', encoding: guess };\n",
        replace: '',
      },
    ],
    suites: ['decode'],
  },
  {
    name: 'bytes that an encoding would write otherwise are written all the same',
    edits: [
      {
        file: 'src/disk/decode.ts',
        find: "return back.kind === 'text' && back.text === text && back.encoding === encoding ? bytes : undefined;",
        replace: 'return back === undefined ? undefined : bytes;',
      },
    ],
    suites: ['decode'],
  },
  {
    name: 'a pipe or a device in the place of a file is read without end',
    edits: [
      {
        file: 'src/disk/disk.ts',
        find: "    if (!stat.isFile()) return { refused: 'not-a-file', detail: kindOf(stat) };\n",
        replace: '',
      },
    ],
    suites: ['cli/', 'faces/'],
    slow: true,
  },
  {
    name: 'a headline ends the script element that search engines read',
    edits: [{ file: 'src/handover/head.ts', find: '/[<>&\\u2028\\u2029]/g', replace: '/[\\u2028\\u2029]/g' }],
    suites: ['handover/json-ld'],
  },
  {
    name: 'a file that could not be checked is no failure of the command',
    edits: [
      {
        file: 'src/cli/print-report.ts',
        find: '  if (report.notes.some((note) => note.failed)) return exitCodes.failed;\n',
        replace: '',
      },
    ],
    suites: ['cli/check'],
  },
  {
    name: 'tags of a generator are read as prose, and fixed',
    edits: [
      { file: 'src/model/foreign/templates.ts', find: "  { open: '{%', close: '%}' },\n", replace: '' },
      { file: 'src/model/foreign/templates.ts', find: "  { open: '{{<', close: '>}}' },\n", replace: '' },
    ],
    suites: ['model/foreign'],
  },
  {
    name: 'a page may load whatever it names',
    edits: [
      {
        file: 'src/preview/html.ts',
        find: "    `script-src 'nonce-${nonce}'`,",
        replace: "    `script-src 'unsafe-inline' https: 'nonce-${nonce}'`,",
      },
    ],
    suites: ['preview/webview/patch', 'preview/webview/own-page'],
    slow: true,
  },
];
