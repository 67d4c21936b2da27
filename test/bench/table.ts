/** One figure of the benchmark as a row, with its target where it has one. */
export function row(cells: readonly string[], ratio: number, target?: number): string {
  const verdict = target === undefined ? '' : `≤ ${target} ${ratio <= target ? '✓' : '✗'}`;
  return `| ${[...cells, ratio.toFixed(2), verdict].join(' | ')} |`;
}

/** The head of a table whose last two columns are a ratio and its target. */
export function head(...names: readonly string[]): string {
  const [what = '', ...rest] = [...names, 'ratio', 'target'];
  return `| ${[what, ...rest].join(' | ')} |\n|---|${rest
    .slice(0, -1)
    .map(() => '---:|')
    .join('')}---|`;
}

/** Milliseconds to three figures or so. */
export function milliseconds(value: number): string {
  return value < 1 ? value.toFixed(3) : value < 100 ? value.toFixed(2) : value.toFixed(0);
}
