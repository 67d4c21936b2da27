import { readFileSync } from 'node:fs';

/** The pages of examples. */
export const pages = ['src/library/examples.md', 'src/library/examples.zh-CN.md'] as const;

/** An example of a page: a program, and what it prints. */
export interface Example {
  readonly program: string;
  readonly printed: string;
}

const pair = /```js\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g;

/** The examples of a page, in order. */
export function examplesOf(page: string): readonly Example[] {
  return [...readFileSync(page, 'utf8').matchAll(pair)].map(([, program = '', printed = '']) => ({ program, printed }));
}

/** A page with what its programs print now. */
export function withPrinted(page: string, printed: readonly string[]): string {
  let at = 0;
  return readFileSync(page, 'utf8').replace(
    pair,
    (_, program: string) => `\`\`\`js\n${program}\`\`\`\n\n\`\`\`text\n${printed[at++] ?? ''}\`\`\``,
  );
}
