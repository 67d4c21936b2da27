// Compares what a preview shows with the picture of it in test/pictured. UPDATE=1 takes the pictures anew.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import png from 'pngjs';
import { root } from './install.mjs';
import { readPicture } from './read-picture.mjs';
import { encode, shrink } from './small-picture.mjs';
import { snapshot } from './snapshot.mjs';

const { PNG } = png;

const folder = path.join(root, 'test/pictured');

/**
 * How many of a thousand pixels may differ, for fonts that are hinted a little otherwise: on one machine none do. An
 * accent in another colour is five times this.
 */
const TOLERANCE = 0.2;
/** By how much a pixel may differ before it counts, from 0 to 1. */
const THRESHOLD = 0.15;

/** By how much the colour that most of a page has may differ: pictures keep few colours. */
const GROUND = 4;

/** The faces that pictures are taken in, each in a line of its own; whoever draws these otherwise draws pages otherwise. */
const families = ['Noto Sans', 'Noto Serif', 'Noto Sans SC', 'Noto Serif SC', 'Noto Sans Mono', 'serif', 'sans-serif'];
const sampleOfFaces = `<!doctype html><meta charset="utf-8"><style>body{margin:8px;font-size:20px;line-height:1.5}</style>${families
  .map((name) => {
    const text = '山永一“，—　afgi 042';
    return `<div style="font-family:'${name}'">${text} <b>${text}</b> <i>afgi</i></div>`.replace(
      /'((?:sans-)?serif)'/,
      '$1',
    );
  })
  .join('')}`;

/**
 * Whether this browser draws the faces of the pictures as the one that took them did.
 * @param {import('playwright-core').BrowserContext} context
 */
async function drawsAlike(context) {
  const tab = await context.newPage();
  try {
    await tab.setViewportSize({ width: 640, height: 240 });
    await tab.setContent(sampleOfFaces);
    const shown = shrink(readPicture(await tab.screenshot({ scale: 'css' })), 1);
    const file = path.join(folder, 'faces.png');
    if (process.env.UPDATE === '1') writeFileSync(file, encode(shown));
    return (await difference(shown, PNG.sync.read(readFileSync(file)))).share <= TOLERANCE;
  } finally {
    await tab.close();
  }
}

/** A picture without its last row, over which an editor in high contrast draws the outline of what has the focus. */
const withoutOutline = ({ data, width, height }) => data.subarray(0, width * (height - 1) * 4);

/** How many of a thousand pixels differ, all of them where the sizes do; and a picture of where. */
async function difference(shown, wanted) {
  const { width } = wanted;
  if (shown.width !== width || shown.height !== wanted.height) return { share: 1000 };
  const height = wanted.height - 1;
  const { default: pixelmatch } = await import('pixelmatch');
  const where = { width, height, data: new Uint8Array(width * height * 4) };
  const different = pixelmatch(withoutOutline(shown), withoutOutline(wanted), where.data, width, height, {
    threshold: THRESHOLD,
    includeAA: true,
  });
  return { share: (different / (width * height)) * 1000, different, where };
}

/**
 * Takes pictures until one is as it should be, or two in a row are the same: colours, fonts and pictures have arrived.
 * @param {import('playwright-core').Locator} frame
 * @param {(bytes: Buffer) => Promise<Judged>} judge
 * @returns {Promise<Judged>} of the last one
 */
async function settled(frame, judge) {
  let last = Buffer.alloc(0);
  let judged;
  for (let left = 40; left > 0; left--) {
    const next = await snapshot(frame.page(), await frame.boundingBox());
    if (next.equals(last)) return judged;
    judged = await judge(next);
    if (judged.alike) return judged;
    last = next;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error('the page does not come to rest');
}

/** The colour that most of the picture has. */
function groundOf({ data }) {
  const counts = new Map();
  // Pixels in a row that are alike are counted together: a page is mostly paper.
  for (let at = 0, run = 0; at < data.length; at += 4) {
    const colour = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
    run++;
    const next = at + 4 < data.length ? (data[at + 4] << 16) | (data[at + 5] << 8) | data[at + 6] : undefined;
    if (next === colour) continue;
    counts.set(colour, (counts.get(colour) ?? 0) + run);
    run = 0;
  }
  const [[most] = [0]] = [...counts].sort(([, one], [, other]) => other - one);
  return [most >> 16, (most >> 8) & 255, most & 255];
}

/**
 * @typedef {object} Judged
 * @property {import('./small-picture.mjs').Picture} shown
 * @property {boolean} alike
 * @property {string} [away] how the grounds differ; empty when they do not
 * @property {{ share: number, different?: number, where?: import('./small-picture.mjs').Picture }} [differing]
 */

/** By browser: asked once. */
const alike = new WeakMap();

/**
 * @param {import('playwright-core').Frame} panel the webview
 * @param {{ name: string, smaller: number }} request
 * @returns {Promise<{ fault: string, grounds: boolean }>} `grounds`: only these were compared, for this browser draws
 *   the faces otherwise
 */
export async function compareWithPicture(panel, { name, smaller }) {
  const context = panel.page().context();
  if (!alike.has(context)) alike.set(context, await drawsAlike(context));
  const grounds = !alike.get(context);
  const file = path.join(folder, `${name}.png`);
  const renewed = process.env.UPDATE === '1';
  const wanted = existsSync(file) && !renewed ? PNG.sync.read(readFileSync(file)) : undefined;
  const judged = await settled(panel.locator('iframe:visible').first(), async (bytes) => {
    const shown = shrink(readPicture(bytes), smaller);
    if (wanted === undefined) return { shown, alike: false };
    const away = groundsApart(shown, wanted);
    if (grounds || away !== '') return { shown, away, alike: away === '' };
    const differing = await difference(shown, wanted);
    return { shown, away, differing, alike: differing.share <= TOLERANCE };
  });
  if (renewed) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, encode(judged.shown));
    return { fault: '', grounds };
  }
  if (wanted === undefined) return { fault: `there is no ${path.relative(root, file)}; UPDATE=1 takes it`, grounds };
  return { fault: judged.alike ? '' : faultOf(name, judged, wanted), grounds };
}

/** How the colours that most of each picture has differ, in words; empty when they do not. */
function groundsApart(shown, wanted) {
  const [here, there] = [groundOf(shown), groundOf(wanted)];
  const apart = here.some((value, channel) => Math.abs(value - there[channel]) > GROUND);
  return apart ? `the ground is rgb(${here}), in the picture rgb(${there})` : '';
}

/** What is wrong, in words that say where to look; saves pictures to look at. */
function faultOf(name, { shown, away, differing }, wanted) {
  if (away !== '') return `${name}: ${away}`;
  const { share, different, where } = differing;
  const base = path.join(root, 'dist/screenshots', `pictured-${name.replaceAll('/', '-')}`);
  mkdirSync(path.dirname(base), { recursive: true });
  const save = (what, { width, height, data }) => {
    const picture = new PNG({ width, height });
    picture.data = Buffer.from(data);
    writeFileSync(`${base}${what}.png`, PNG.sync.write(picture));
    return path.relative(root, `${base}${what}.png`);
  };
  const said = 'UPDATE=1 npm run test:vscode -- pictured takes it anew';
  if (where === undefined) {
    const sizes = `${shown.width} × ${shown.height}, in the picture ${wanted.width} × ${wanted.height}`;
    return `${name}: the page is ${sizes}; see ${save('', shown)}; ${said}`;
  }
  const what = `${different} of ${wanted.width * wanted.height} pixels differ (${share.toFixed(1)} ‰)`;
  const seen = `see ${save('-difference', where)} and ${save('', shown)}`;
  return `${name}: ${what} from test/pictured/${name}.png; ${seen}; ${said}`;
}
