import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { IGrammar, IRawGrammar } from 'vscode-textmate';
import { assertEnded } from '../work.ts';

const require = createRequire(import.meta.url);
const { INITIAL, parseRawGrammar, Registry } = require('vscode-textmate') as typeof import('vscode-textmate');
const oniguruma = require('vscode-oniguruma') as typeof import('vscode-oniguruma');

/** The parts of VS Code's own Markdown grammar that ours is injected into. */
const markdown = {
  scopeName: 'text.html.markdown',
  patterns: [{ include: '#fence' }, { include: '#comment' }, { include: '#heading' }, { include: '#paragraph' }],
  repository: {
    fence: { begin: '^```', end: '^```', name: 'markup.fenced_code.block.markdown' },
    comment: { begin: '<!--', end: '-->', name: 'comment.block.html' },
    heading: { match: '^#+ .*$', name: 'markup.heading.markdown' },
    paragraph: {
      begin: '(^|\\G)[ ]{0,3}(?=[^ \\t\\n])',
      while: '(^|\\G)((?=\\s*[-=]{3,}\\s*$)|[ ]{4,}(?=[^ \\t\\n]))',
      name: 'meta.paragraph.markdown',
      patterns: [
        { match: '\\*\\*[^*]+\\*\\*', name: 'markup.bold.markdown' },
        { match: '`[^`]+`', name: 'markup.inline.raw.string.markdown' },
      ],
    },
  },
};

const files = new Map([
  ['text.copydesk.byline.injection', 'syntaxes/byline.tmLanguage.json'],
  ['text.copydesk.allowance.injection', 'syntaxes/allowance.tmLanguage.json'],
]);

async function loadGrammar(): Promise<IGrammar> {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    async loadGrammar(scope): Promise<IRawGrammar | null> {
      const file = files.get(scope);
      if (file) return parseRawGrammar(readFileSync(file, 'utf8'), file);
      return scope === markdown.scopeName ? parseRawGrammar(JSON.stringify(markdown), 'markdown.json') : null;
    },
    getInjections: (scope) => (scope === markdown.scopeName ? [...files.keys()] : []),
  });
  const grammar = await registry.loadGrammar(markdown.scopeName);
  assert.ok(grammar);
  return grammar;
}

describe('syntax highlighting', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  /** The texts of a line (or of the last of several) by the innermost scope of ours that they have. */
  function ours(text: string): Record<string, string[]> {
    const found: Record<string, string[]> = {};
    let stack = INITIAL;
    for (const line of text.split('\n')) {
      const result = grammar.tokenizeLine(line, stack);
      stack = result.ruleStack;
      for (const { startIndex, endIndex, scopes } of result.tokens) {
        const scope = scopes.findLast((one) => one.endsWith('.copydesk'));
        if (!scope) continue;
        const key = scope.replace(/\.copydesk$/, '');
        found[key] = [...(found[key] ?? []), line.slice(startIndex, endIndex)];
      }
    }
    return found;
  }

  it('marks a byline at the head of a paragraph, and leaves the rest to Markdown', () => {
    const line = '中国报道讯（苏禾 通讯员尚林溪）近日，**清泉镇**举行座谈会。';
    const marked = ours(line);
    assert.deepEqual(marked['keyword.other.byline'], ['中国报道讯']);
    assert.deepEqual(marked['storage.type.role'], ['通讯员']);
    assert.deepEqual(marked['entity.name.type.person'], ['苏禾', '尚林溪']);
    const { tokens } = grammar.tokenizeLine(line, INITIAL);
    const bold = tokens.find(({ scopes }) => scopes.includes('markup.bold.markdown'));
    assert.ok(bold);
    assert.equal(line.slice(bold.startIndex, bold.endIndex), '**清泉镇**');
  });

  it('takes both widths of brackets, datelines, and letter-spaced names', () => {
    assert.deepEqual(ours('山城日报讯(苏禾报道)近日')['entity.name.type.person'], ['苏禾']);
    assert.deepEqual(ours('中国报道讯（苏禾通讯员尚林溪）近日')['entity.name.type.person'], ['苏禾', '尚林溪']);
    const dated = ours('新华社柳河3月2日电（记者苏　禾、尚林溪）近日');
    assert.deepEqual(dated['keyword.other.byline'], ['新华社柳河3月2日电']);
    assert.deepEqual(dated['storage.type.role'], ['记者']);
    assert.deepEqual(dated['entity.name.type.person'], ['苏　禾', '尚林溪']);
  });

  it('marks English bylines', () => {
    const marked = ours('By Mara Quill and Tom O’Dell');
    assert.deepEqual(marked['keyword.other.byline'], ['By']);
    assert.deepEqual(marked['entity.name.type.person'], ['Mara Quill', 'Tom O’Dell']);
    assert.deepEqual(ours('By Tuesday the river had risen by two metres.'), {});
  });

  it('marks credits at the end of a line', () => {
    assert.deepEqual(ours('图为清泉镇的柿子林。（尚林溪 摄）')['entity.name.type.person'], ['尚林溪']);
    assert.deepEqual(ours('（通讯员供图）')['keyword.other.credit'], ['供图']);
    assert.deepEqual(ours('A flooded lane. (Photo: Mara Quill/Harbor Wire)')['entity.name.type.person'], [
      'Mara Quill',
      'Harbor Wire',
    ]);
  });

  it('marks editor lines, role lines and section labels', () => {
    assert.deepEqual(ours('责任编辑：苏禾')['entity.name.type.person'], ['苏禾']);
    assert.deepEqual(ours('文/苏禾')['storage.type.role'], ['文']);
    assert.deepEqual(ours('延伸阅读：三年修成一条路')['keyword.other.section'], ['延伸阅读']);
  });

  it('marks allowances with their check and reason', () => {
    const marked = ours('<!-- allow wrong-dash: 集团自己的写法 -->');
    assert.deepEqual(marked['keyword.control.allow'], ['allow']);
    assert.deepEqual(marked['entity.name.function.check'], ['wrong-dash']);
    assert.deepEqual(marked['string.unquoted.reason'], [' 集团自己的写法']);
  });

  it('leaves running text, code and other comments alone', () => {
    for (const text of [
      '记者获悉，今年以来当地新增就业三千人。',
      '据了解，这一消息（来自网络）并不可靠。',
      '`中国报道讯（苏禾）`近日',
      '```\n中国报道讯（苏禾）近日\n```',
      '<!-- 中国报道讯（苏禾） -->',
      '<!-- allowed -->',
      '# 中国报道讯（苏禾）',
    ]) {
      assert.deepEqual(ours(text), {}, text);
    }
  });

  it('stays linear on a line made to hang it', () => {
    const before = process.cpuUsage();
    for (const text of [
      `${'中'.repeat(40_000)}讯（`,
      `By ${'Aa '.repeat(20_000)}.`,
      `${'（中'.repeat(20_000)}`,
      `责任编辑：${'中'.repeat(40_000)}。`,
    ])
      ours(text);
    assertEnded('a line', before);
  });
});
