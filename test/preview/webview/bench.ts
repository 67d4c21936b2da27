// Prints what it costs to bring a keystroke to the preview's DOM, in a real Chromium: `node test/preview/bench.mjs`.
import { shippedHouse } from '../../../src/house/load.ts';
import { parseArticle, parseCache } from '../../../src/model/parse.ts';
import { renderPage } from '../../../src/page/index.ts';
import { makeArticle } from '../../bench/articles.ts';
import { percentile } from '../../bench/measure.ts';
import { updateTo } from '../update-to.ts';
import { buildScript, openBrowser, openPreview, origin } from './host.ts';

const rounds = 60;
const house = shippedHouse('china-report');
const image = () => undefined;

const [browser, script] = await Promise.all([openBrowser(), buildScript()]);
const show = (times: readonly number[]): string =>
  `${percentile(times, 0.5).toFixed(2)} / ${percentile(times, 0.99).toFixed(2)}`;

console.log('| article | parse + draw + update | patch the DOM | sum (p50) | first page |');
console.log('|---|---|---|---|---|');
for (const kilobytes of [3, 30, 300]) {
  const text = makeArticle(kilobytes * 1024, 0);
  const preview = await openPreview(browser, script, house);
  const cache = parseCache();
  let shown = { page: renderPage(parseArticle(text, cache), house, { locale: 'zh', image }), number: 1 };
  await preview.post(updateTo(undefined, shown.page, 1, { source: origin, styles: [`${origin}/style.css`] }));
  await preview.waitFor('patched', 1);
  const first = (await preview.said('patched'))[0]?.milliseconds ?? Number.NaN;
  const engine: number[] = [];
  let typed = text;
  for (let round = 0; round < rounds; round++) {
    const at = typed.indexOf('。', Math.floor(typed.length * 0.3) + round * 40) + 1;
    // Every tenth keystroke is Enter twice: a paragraph more, and every line below it moves.
    typed = `${typed.slice(0, at)}${round % 10 === 9 ? '\n\n' : '字'}${typed.slice(at)}`;
    const before = performance.now();
    const page = renderPage(parseArticle(typed, cache), house, { locale: 'zh', image });
    const update = updateTo(shown, page, round + 2);
    engine.push(performance.now() - before);
    shown = { page, number: round + 2 };
    await preview.post(update);
    await preview.waitFor('patched', round + 2);
  }
  const patches = (await preview.said('patched')).slice(1).map(({ milliseconds }) => milliseconds);
  const sum = percentile(engine, 0.5) + percentile(patches, 0.5);
  console.log(
    `| ${kilobytes} KB | ${show(engine)} | ${show(patches)} | ${sum.toFixed(1)} ms | ${first.toFixed(1)} ms |`,
  );
  await preview.tab.context().close();
}
await browser.close();
