// Compares what a preview shows with the picture of it in test/pictured. UPDATE=1 takes the pictures anew.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';
import { encode, shrink } from './small-picture.mjs';

const folder = path.join(root, 'test/pictured');
/** How the fonts of the pictures drew a few words. */
const fontsFile = path.join(folder, 'fonts.json');

/**
 * How many of a thousand pixels may differ, for fonts that are hinted a little otherwise: on one machine none do. An
 * accent in another colour is five times this.
 */
const TOLERANCE = 0.2;
/** By how much a pixel may differ before it counts, from 0 to 1. */
const THRESHOLD = 0.15;

/** By how much the colour that most of a page has may differ: pictures keep few colours. */
const GROUND = 4;

/** Measures the faces that the page asks for. Runs in the page. */
function facesOf() {
  const asked = new Map();
  for (const element of document.querySelectorAll('body, body *')) {
    const { fontFamily, fontWeight, fontStyle } = getComputedStyle(element);
    asked.set(`${fontStyle} ${Number(fontWeight) >= 600 ? 'bold' : 'normal'}`, true).set(fontFamily, false);
  }
  const context = document.createElement('canvas').getContext('2d');
  const kinds = [...asked].filter(([, kind]) => kind).map(([kind]) => kind);
  const families = [...asked].filter(([, kind]) => !kind).map(([family]) => family);
  const faces = {};
  for (const family of families) {
    for (const kind of kinds) {
      context.font = `${kind} 100px ${family}`;
      const { width, actualBoundingBoxAscent, actualBoundingBoxDescent } = context.measureText('山永afgi“，—042');
      faces[`${kind} ${family}`] = [width, actualBoundingBoxAscent, actualBoundingBoxDescent].map(Math.round).join(' ');
    }
  }
  return faces;
}

/** The faces that this machine draws otherwise than the one on which the pictures were taken. */
function otherFaces(faces, update) {
  const known = existsSync(fontsFile) ? JSON.parse(readFileSync(fontsFile, 'utf8')) : {};
  if (!update) return Object.keys(faces).filter((face) => known[face] !== faces[face]);
  const all = Object.entries({ ...known, ...faces }).sort(([one], [other]) => (one < other ? -1 : 1));
  writeFileSync(fontsFile, `${JSON.stringify(Object.fromEntries(all), undefined, 2)}\n`);
  return [];
}

/** Two pictures in a row that are the same: colours, fonts and pictures have arrived. */
async function settled(frame) {
  let last = Buffer.alloc(0);
  for (let left = 40; left > 0; left--) {
    const next = await frame.screenshot({ animations: 'disabled', scale: 'css' });
    if (next.equals(last)) return next;
    last = next;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error('the page does not come to rest');
}

/** The colour that most of the picture has. */
function groundOf({ data }) {
  const counts = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const colour = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const [[most] = [0]] = [...counts].sort(([, one], [, other]) => other - one);
  return [most >> 16, (most >> 8) & 255, most & 255];
}

/**
 * @param {import('playwright-core').Frame} panel the webview
 * @param {{ name: string, smaller: number }} request
 * @returns {Promise<{ fault: string, otherFonts: string[] }>}
 */
export async function compareWithPicture(panel, { name, smaller }) {
  const { default: pixelmatch } = await import('pixelmatch');
  const { PNG } = (await import('pngjs')).default;
  const update = process.env.UPDATE === '1';
  const element = panel.locator('iframe:visible').first();
  const page = await (await element.elementHandle()).contentFrame();
  const shown = shrink(PNG.sync.read(await settled(element)), smaller);
  const otherFonts = otherFaces(await page.evaluate(facesOf), update);
  const file = path.join(folder, `${name}.png`);
  if (update) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, encode(shown));
  }
  if (!existsSync(file)) return { fault: `there is no ${path.relative(root, file)}; UPDATE=1 takes it`, otherFonts };
  const wanted = PNG.sync.read(readFileSync(file));
  const [here, there] = [groundOf(shown), groundOf(wanted)];
  if (here.some((value, channel) => Math.abs(value - there[channel]) > GROUND))
    return { fault: `${name}: the ground is rgb(${here}), in the picture rgb(${there})`, otherFonts };
  if (otherFonts.length > 0) return { fault: '', otherFonts };
  const places = path.join(root, 'dist/screenshots');
  const base = path.join(places, `pictured-${name.replaceAll('/', '-')}`);
  mkdirSync(places, { recursive: true });
  const save = (what, { width, height, data }) => {
    const png = new PNG({ width, height });
    png.data = Buffer.from(data);
    writeFileSync(`${base}${what}.png`, PNG.sync.write(png));
    return path.relative(root, `${base}${what}.png`);
  };
  const { width, height } = wanted;
  const said = `UPDATE=1 npm run test:vscode -- node --only=pictured takes it anew`;
  if (shown.width !== width || shown.height !== height) {
    const sizes = `${shown.width} × ${shown.height}, in the picture ${width} × ${height}`;
    return { fault: `${name}: the page is ${sizes}; see ${save('', shown)}; ${said}`, otherFonts };
  }
  const difference = { width, height, data: new Uint8Array(width * height * 4) };
  const options = { threshold: THRESHOLD, includeAA: true };
  const different = pixelmatch(shown.data, wanted.data, difference.data, width, height, options);
  const share = (different / (width * height)) * 1000;
  if (share <= TOLERANCE) return { fault: '', otherFonts };
  const what = `${different} of ${width * height} pixels differ (${share.toFixed(1)} ‰)`;
  const where = `see ${save('-difference', difference)} and ${save('', shown)}`;
  return { fault: `${name}: ${what} from ${path.relative(root, file)}; ${where}; ${said}`, otherFonts };
}
