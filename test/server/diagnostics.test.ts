import assert from 'node:assert/strict';
import type { Finding, Severity } from '../../src/model/finding.ts';
import { lineStarts } from '../../src/model/range.ts';
import { toDiagnostics } from '../../src/server/diagnostics.ts';

const text = '清泉镇•河口镇\n'.repeat(3000);
const finding = (severity: Severity, line: number): Finding => ({
  check: severity === 'error' ? 'wrong-interpunct' : 'repeated-word',
  severity,
  message: { en: `line ${line}`, zh: `第 ${line} 行` },
  at: { start: line * 8, end: line * 8 + 1, from: 0, to: 1 },
  fixes: [],
});
const sent = (findings: readonly Finding[], locale: 'en' | 'zh' = 'en') =>
  toDiagnostics(findings, lineStarts(text), locale, false);

describe('findings that are sent', () => {
  it('are all, up to a thousand', () => {
    const some = Array.from({ length: 1000 }, (_, line) => finding('info', line));
    assert.equal(sent(some).length, 1000);
    assert.ok(sent(some).every(({ code }) => code === 'repeated-word'));
  });

  it('are the gravest of more than that, where they stand, and the last says how many are left out', () => {
    const grave = (line: number) => line % 5 === 4;
    const many = Array.from({ length: 3000 }, (_, line) => finding(grave(line) ? 'error' : 'info', line));
    const shown = sent(many);
    assert.equal(shown.length, 1000);
    assert.equal(shown.filter(({ severity }) => severity === 1).length, 600);
    const lines = shown.map(({ range }) => range.start.line);
    assert.deepEqual(
      lines,
      [...lines].sort((a, b) => a - b),
    );
    assert.equal(shown.at(-1)?.code, 'too-many-findings');
    assert.match(String(shown.at(-1)?.message), /^2001 more findings/);
    assert.match(String(sent(many, 'zh').at(-1)?.message), /另有 2001 处/);
  });
});
