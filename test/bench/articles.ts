import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Articles in which next to nothing is wrong: what a newsroom mostly checks. */
const clean = /^(?:0[1-9]|1[0-7]|2[027-9]|30)-/;

/** Paragraphs of the corpus's Chinese articles, furniture left out. */
function paragraphs(corpus: string): readonly string[] {
  const folder = join(corpus, 'china-report');
  return readdirSync(folder)
    .filter((name) => clean.test(name) && name.endsWith('.md'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n---\n')[1]?.split('\n\n') ?? [])
    .map((block) => block.trim())
    .filter((block) => block.length > 40 && !block.includes('中国报道讯') && !block.startsWith('责任编辑'));
}

/**
 * Makes articles of a given size. No two paragraphs are alike, so that nothing is gained by remembering one.
 *
 * @param corpus absolute path of the corpus
 */
export function articleMaker(corpus: string): (bytes: number, seed: number) => string {
  const blocks = paragraphs(corpus);
  return (bytes, seed) => {
    let text = `---
title: 澜溪县第${seed + 1}批高山番茄上市
column: 乡村
published: 2026-06-02 08:45:10
source: 中国报道
reporters: [沈若舟]
editor: 苗景行
---

中国报道讯（沈若舟报道）这是第${seed + 1}篇。

`;
    let size = Buffer.byteLength(text);
    for (let index = 0; size < bytes - 60; index++) {
      const block = blocks[(seed * 7 + index) % blocks.length] ?? '';
      // One paragraph in twenty has a slip, as a draft has.
      const slip = index % 20 === 19 ? '表演者阿依古丽•买买提说,好。' : '';
      const made = `${block.startsWith('|') || block.startsWith('-') || block.startsWith('>') ? '' : `其${seed}之${index}，${slip}`}${block}\n\n`;
      text += made;
      size += Buffer.byteLength(made);
    }
    return `${text}责任编辑：苗景行\n`;
  };
}
