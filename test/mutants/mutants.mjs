// Faults that some test must notice: each is an edit of the code, found by a text that stands there exactly once.
/** @typedef {import('./fault.mjs').Mutant} Mutant */

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
    suites: ['server/desk.test'],
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
    suites: ['cli/report-formats'],
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
    suites: ['cli/report-formats'],
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
        file: 'src/cli/rewrite-article.ts',
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
        find: '  if (notes.some((note) => note.failed)) return exitCodes.failed;\n',
        replace: '',
      },
    ],
    suites: ['cli/check.test'],
  },
  {
    name: 'tags of a generator are read as prose, and fixed',
    edits: [
      { file: 'src/model/foreign/templates.ts', find: "  { open: '{%', close: '%}' },\n", replace: '' },
      { file: 'src/model/foreign/templates.ts', find: "  { open: '{{<', close: '>}}' },\n", replace: '' },
    ],
    suites: ['model/foreign.test'],
  },
  {
    name: 'a page may load whatever it names',
    edits: [
      {
        file: 'src/preview/html.ts',
        find: '    "default-src \'none\'",\n',
        replace: '    "default-src https: \'unsafe-inline\'",\n',
      },
    ],
    suites: ['preview/webview/patch', 'preview/webview/own-page'],
    slow: true,
  },
  {
    name: 'a date loses its offset, or gets one that nobody wrote',
    edits: [
      {
        file: 'src/house/field-types/datetime.ts',
        find: '{ text, safe: change === undefined && !hasOwnDay(form) }',
        replace: '{ text, safe: true }',
      },
    ],
    suites: ['checks/dates'],
  },
  {
    name: 'a byline is rewritten in bulk into a form that the house has not declared',
    edits: [
      {
        file: 'src/checks/people/mend-byline.ts',
        find: 'certain: new Set(declared ? kept : []),',
        replace: 'certain: new Set(kept),',
      },
    ],
    suites: ['checks/byline-harm', 'checks/byline-faults'],
  },
  {
    name: 'mending a byline changes who is named',
    edits: [
      {
        file: 'src/checks/people/mend-byline.ts',
        find: 'return after !== undefined && people(after.people) === people(before.people);',
        replace: 'return after !== undefined && people(before.people) !== undefined;',
      },
    ],
    suites: ['checks/byline-people'],
  },
  {
    name: 'a bracket is closed in bulk where nobody knows that it ends',
    edits: [
      {
        file: 'src/checks/malformed-byline.ts',
        find: "? { title: 'closeAfter', data: { name }, safe: false, prose }",
        replace: "? { title: 'closeAfter', data: { name }, safe: true, prose }",
      },
    ],
    suites: ['checks/byline-harm', 'checks/byline-faults'],
  },
  {
    name: 'what new articles are made of is checked as an article',
    edits: [{ file: 'src/engine/is-article.ts', find: "new Set(['archetypes', 'scaffolds'])", replace: 'new Set([])' }],
    suites: ['engine/is-article'],
  },
  {
    name: 'the newsroom’s own names of fields are renamed in bulk',
    edits: [
      {
        file: 'src/checks/mixed-field-names.ts',
        find: "{ title: 'rename', safe: false, source: renameKey(text, entry, near) }",
        replace: "{ title: 'rename', safe: true, source: renameKey(text, entry, near) }",
      },
    ],
    suites: ['checks/list-repairs'],
  },
  {
    name: 'front matter that does not parse is fixed all the same',
    edits: [
      {
        file: 'src/engine/front-matter-safety.ts',
        find: 'if (mending.has(finding.check)) return finding;',
        replace: 'if (faults.length >= 0 || mending.has(finding.check)) return finding;',
      },
    ],
    suites: ['engine/continued'],
  },
  {
    name: 'a value that goes on at column 0 is read as other fields',
    edits: [
      {
        file: 'src/model/front-matter/read-yaml-block.ts',
        find: 'const joined = joinLines(origin.yaml);',
        replace: "const joined: string | undefined = joinLines('');",
      },
    ],
    suites: ['engine/continued'],
  },
  {
    name: 'an allowance that allows nothing is no finding',
    edits: [
      {
        file: 'src/engine/allow.ts',
        find: '} else if (count === 0 && active.all.has(check)) {',
        replace: '} else if (count < 0 && active.all.has(check)) {',
      },
    ],
    suites: ['engine/allow'],
  },
  {
    name: 'the command ends with 0 whatever it found',
    edits: [
      {
        file: 'src/cli/print-report.ts',
        find: '? exitCodes.findings : exitCodes.clean;',
        replace: '? exitCodes.clean : exitCodes.clean;',
      },
    ],
    suites: ['cli/check.test'],
  },
  {
    name: 'an article that a desk signs is called unsigned',
    edits: [
      {
        file: 'src/checks/missing-byline.ts',
        find: 'bylines.length > 0 || looseSignature) return;',
        replace: 'bylines.length > 0) return;',
      },
    ],
    suites: ['checks/unsigned'],
  },
  {
    name: 'a path in a link whose brackets changed places is mended like words',
    edits: [{ file: 'src/model/foreign/find-foreign.ts', find: "['【〔「', oddLink],", replace: '' }],
    suites: ['model/foreign'],
    slow: true,
  },
  {
    name: 'a command of a shell is mended like words',
    edits: [{ file: 'src/model/foreign/find-foreign.ts', find: "['abcdefghjklmnoprtwy', shell],", replace: '' }],
    suites: ['model/foreign'],
    slow: true,
  },
  {
    name: 'a folder that was renamed keeps the findings of its old name',
    edits: [{ file: 'src/server/diagnose.ts', find: 'if (!other.startsWith(inside)) continue;', replace: 'continue;' }],
    suites: ['server/desk.test'],
    slow: true,
  },
  {
    name: 'what stands in <code> is mended like words',
    edits: [{ file: 'src/model/foreign/find-foreign.ts', find: ' ?? codeElement(scan, at)', replace: '' }],
    suites: ['model/foreign'],
    slow: true,
  },
  {
    name: 'a number of warnings within what --max-warnings allows fails the run, or one beyond it passes',
    edits: [
      {
        file: 'src/cli/print-report.ts',
        find: 'summary.warning > Number(most)',
        replace: 'summary.warning >= Number(most)',
      },
    ],
    suites: ['cli/selection', 'cli/check.test'],
    slow: true,
  },
  {
    name: 'fix --dry-run writes the file',
    edits: [
      {
        file: 'src/cli/commands/fix.ts',
        find: "  if (values['dry-run'] === true) {\n    io.stdout.write(unifiedDiff(read.shown, read.text, text));\n    return undefined;\n  }",
        replace: "  if (values['dry-run'] === true) io.stdout.write(unifiedDiff(read.shown, read.text, text));",
      },
    ],
    suites: ['cli/fix.test'],
    slow: true,
  },
  {
    name: 'init --dry-run writes the house file',
    edits: [
      {
        file: 'src/cli/commands/init.ts',
        find: "  values['dry-run'] === true || (values.json",
        replace: '  (values.json',
      },
    ],
    suites: ['cli/init'],
    slow: true,
  },
  {
    name: 'what half of the articles do becomes a demand of the house',
    edits: [
      { file: 'src/setup/tally.ts', find: 'export const nearlyAll = 0.95;', replace: 'export const nearlyAll = 0.5;' },
    ],
    suites: ['setup/'],
    slow: true,
  },
  {
    name: 'an address of a program is mended like words',
    edits: [{ file: 'src/model/foreign/find-foreign.ts', find: '      uri(scan, at) ??\n', replace: '' }],
    suites: ['model/foreign-addresses'],
  },
  {
    name: 'what an editor suggests in the text is mended',
    edits: [
      {
        file: 'src/model/foreign/find-foreign.ts',
        find: 'suggestion(scan, at) ?? braces(scan, at)',
        replace: 'braces(scan, at)',
      },
    ],
    suites: ['model/foreign-addresses'],
  },
  {
    name: 'a conflict in a quotation is mended like words',
    edits: [
      {
        file: 'src/model/foreign/lines.ts',
        find: '(?:>(?!>{6})|[-*+](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))',
        replace: '(?:#)',
      },
    ],
    suites: ['model/foreign-addresses'],
  },
  {
    name: 'a drawn table is mended like words, and its columns move',
    edits: [{ file: 'src/model/foreign/lines.ts', find: ' ?? matchAt(drawnTable, text, at)', replace: '' }],
    suites: ['model/foreign-addresses'],
  },
  {
    name: 'the same person in Traditional characters is another',
    edits: [
      {
        file: 'src/model/name-key.ts',
        find: 'String.fromCharCode(simplifiedOf(unit) || unit)',
        replace: 'text.charAt(i)',
      },
    ],
    suites: ['model/name-key'],
  },
  {
    name: 'a date that a generator fills in is an error',
    edits: [
      { file: 'src/house/field-types/datetime.ts', find: '    if (isGenerated(rendered)) return;\n', replace: '' },
    ],
    suites: ['checks/others-values'],
  },
  {
    name: 'whom an alias of YAML stands for is compared with the byline',
    edits: [
      { file: 'src/checks/byline-mismatch.ts', find: "return value?.kind !== 'other';", replace: 'return true;' },
    ],
    suites: ['checks/others-values'],
  },
  {
    name: 'a headline of a Traditional article is put into Simplified characters in bulk',
    edits: [{ file: 'src/checks/nonstandard-character.ts', find: 'if (elsewhere) continue;', replace: '' }],
    suites: ['engine/generators'],
  },
  {
    name: 'embargoed news is out and nobody is told',
    edits: [
      {
        file: 'src/checks/broken-embargo.ts',
        find: 'if (embargo && isOut && embargo.moment > facts.now)',
        replace: 'if (embargo && isOut && embargo.moment > facts.now && false)',
      },
    ],
    suites: ['checks/page', 'reading/embargo'],
  },
  {
    name: 'a term that holds from a day on is asked for in older articles',
    edits: [
      {
        file: 'src/checks/house-term.ts',
        find: '(from === undefined || day.slice(0, from.length) >= from) &&',
        replace: '',
      },
    ],
    suites: ['checks/page', 'house/terms'],
  },
  {
    name: 'a field that is added stands anywhere, whatever the order of the house',
    edits: [
      {
        file: 'src/model/front-matter/edit-front-matter.ts',
        find: 'if (other <= own) before = entry;',
        replace: 'if (other >= own) before = entry;',
      },
    ],
    suites: ['model/front-matter-prose', 'writing/'],
  },
  {
    name: 'a value that is filled in before a comment takes it in',
    edits: [
      {
        file: 'src/model/front-matter/edit-front-matter.ts',
        find: "return yaml !== '' && text.charAt(at) === '#' ? `${yaml} ` : yaml;",
        replace: 'return yaml;',
      },
    ],
    suites: ['model/front-matter-prose', 'writing/'],
  },
  {
    name: 'findings that were kept hold for another text',
    edits: [
      {
        file: 'src/cli/kept-findings.ts',
        find: 'if (bytes !== undefined && kept.text !== hash(bytes)) return false;',
        replace: '',
      },
    ],
    suites: ['cli/findings-cache'],
    slow: true,
  },
  {
    name: 'findings that were kept hold in another house',
    edits: [{ file: 'src/cli/kept-findings.ts', find: ' || kept.house !== houseHash(house)', replace: '' }],
    suites: ['cli/findings-cache'],
    slow: true,
  },
  {
    name: 'a file that was written just now is taken for the one that was read',
    edits: [
      {
        file: 'src/disk/stamp.ts',
        find: ' && Math.max(mtimeMs, ctimeMs) < moment - coarsest',
        replace: '',
      },
    ],
    suites: ['cli/findings-cache'],
    slow: true,
  },
  {
    name: 'a shard leaves articles out that no other one has',
    edits: [{ file: 'src/cli/shard.ts', find: 'value % count === index - 1', replace: 'value % count === index' }],
    suites: ['cli/shard'],
    slow: true,
  },
  {
    name: 'of a line that is not committed yet nothing is said',
    edits: [
      { file: 'src/model/changed-lines.ts', find: "if (kind === 'added') add(line, line + count);", replace: '' },
    ],
    suites: ['cli/changed'],
    slow: true,
  },
  {
    name: 'a file in GB18030 is written in UTF-8',
    edits: [
      {
        file: 'src/cli/rewrite-article.ts',
        find: 'const bytes = encode(text, read.encoding);',
        replace: "const bytes = encode(text, 'utf-8');",
      },
    ],
    suites: ['cli/fix.test', 'cli/decode'],
    slow: true,
  },
  {
    name: "off of a newsroom's own file is undone by what serves the check",
    edits: [
      {
        file: 'src/house/plain-ground.ts',
        find: "if (severity === undefined || !isPlain(severity) || said.kind !== 'branch')",
        replace: "if (severity === undefined || said.kind !== 'branch')",
      },
    ],
    suites: ['house/plain-ground'],
  },
  {
    name: 'an agent is told how to reach somebody of the staff',
    edits: [
      {
        file: 'src/agents/tools/people.ts',
        find: '(house.staff ?? []).map(({ name, roles, penNames, from, to }) => ({',
        replace: '(house.staff ?? []).map(({ name, roles, penNames, from, to, ...rest }) => ({\n        ...rest,',
      },
    ],
    suites: ['agents/mcp'],
    slow: true,
  },
  {
    name: 'an agent reads a file that a link leads to outside of the newsroom',
    edits: [
      {
        file: 'src/agents/desk.ts',
        find: '!(uri === folder || (await isInside(desk.world, uri, folder)))',
        replace: 'false',
      },
    ],
    suites: ['agents/mcp'],
    slow: true,
  },
  {
    name: 'an agent writes though the newsroom has not let it',
    edits: [
      {
        file: 'src/agents/writing.ts',
        find: "return desk.mayWrite || agents?.write === 'all' || agents?.write === wanted;",
        replace: 'return true;',
      },
    ],
    suites: ['agents/mcp'],
    slow: true,
  },
];
