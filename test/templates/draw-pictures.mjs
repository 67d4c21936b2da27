// Draws the pictures of the sample newsroom (test/newsroom) with headless Chromium: `node test/templates/draw-pictures.mjs`.
// They are checked in, so this runs only when a picture is to change.
import path from 'node:path';
import { chromium } from 'playwright-core';

const W = 960;
const H = 600;
const newsroom = path.join(import.meta.dirname, '../newsroom');

/** A number in [0, 1) from a seed, so that a picture comes out the same each time. */
function dice(seed) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

function sky(top, bottom, sun) {
  const disc = sun ? `<circle cx="${sun.x}" cy="${sun.y}" r="${sun.r}" fill="${sun.fill}"/>` : '';
  return `<defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient></defs>
    <rect width="${W}" height="${H}" fill="url(#sky)"/>${disc}`;
}

/** A ridge of hills from edge to edge. */
function hills(seed, height, rough, fill) {
  const next = dice(seed);
  let points = `M0 ${H} L0 ${height}`;
  for (let x = 0; x <= W; x += 80) {
    points += ` Q${x + 40} ${height - rough * next()} ${x + 80} ${height - rough * 0.4 * next()}`;
  }
  return `<path d="${points} L${W} ${H} Z" fill="${fill}"/>`;
}

function water(from, fill, seed) {
  const next = dice(seed);
  let lines = '';
  for (let i = 0; i < 60; i++) {
    const y = from + 10 + next() * (H - from - 20);
    const x = next() * W;
    lines += `<path d="M${x} ${y} h${20 + next() * 90}" stroke="#fff" stroke-opacity="${0.15 + next() * 0.25}" stroke-width="3"/>`;
  }
  return `<rect y="${from}" width="${W}" height="${H - from}" fill="${fill}"/>${lines}`;
}

function farmer(x, y, size, coat) {
  return `<g transform="translate(${x} ${y}) scale(${size})"><path d="M-14 0 L14 0 L10 -44 L-10 -44 Z" fill="${coat}"/>
    <circle cy="-54" r="10" fill="#c98f68"/><path d="M-22 -56 L22 -56 L0 -74 Z" fill="#d9b96a"/>
    <path d="M12 -38 L26 -20 L26 -4 L12 -4 Z" fill="#7a5a34"/></g>`;
}

function bridge(deck, pier, step, fill) {
  let piers = '';
  for (let x = step / 2; x < W; x += step) {
    piers += `<rect x="${x - 11}" y="${deck}" width="22" height="${pier}" fill="${fill}"/>
      <path d="M${x - step / 2} ${deck + 14} Q${x} ${deck + 90} ${x + step / 2} ${deck + 14}" fill="none" stroke="${fill}" stroke-width="9"/>`;
  }
  return `${piers}<rect y="${deck - 12}" width="${W}" height="24" fill="${fill}"/><path d="M0 ${deck - 26} h${W}" stroke="${fill}" stroke-width="4"/>`;
}

function lorry(x, y, body) {
  return `<g transform="translate(${x} ${y})"><rect y="-46" width="92" height="40" fill="${body}"/><rect x="94" y="-36" width="30" height="30" fill="#f3f0e6"/>
    <rect x="104" y="-32" width="16" height="12" fill="#7fa5b8"/><circle cx="22" cy="-2" r="10" fill="#222"/><circle cx="76" cy="-2" r="10" fill="#222"/><circle cx="110" cy="-2" r="10" fill="#222"/></g>`;
}

function terraces(seed, from, rows, light, dark) {
  const next = dice(seed);
  let out = '';
  for (let row = 0; row < rows; row++) {
    const y = from + (row * (H - from)) / rows;
    const bend = 30 * next();
    out += `<path d="M0 ${y} Q${W / 2} ${y - bend - 20} ${W} ${y + bend} V${H} H0 Z" fill="${row % 2 ? light : dark}"/>`;
    for (let x = 10; x < W; x += 26) {
      const lift = (1 - ((x - W / 2) / (W / 2)) ** 2) * (bend / 2 + 8);
      out += `<ellipse cx="${x + 8 * next()}" cy="${y + 14 - lift + (x / W) * bend}" rx="15" ry="9" fill="${row % 2 ? dark : light}"/>`;
    }
  }
  return out;
}

function orchard(seed) {
  const next = dice(seed);
  let out = '';
  for (const [y, size] of [
    [330, 0.6],
    [410, 0.85],
    [520, 1.2],
  ]) {
    for (let x = 40 + 50 * next(); x < W; x += 150 * size) {
      out += `<rect x="${x - 6 * size}" y="${y}" width="${12 * size}" height="${50 * size}" fill="#6b4a2b"/>
        <circle cx="${x}" cy="${y - 20 * size}" r="${58 * size}" fill="#2f6b3a"/><circle cx="${x + 22 * size}" cy="${y - 34 * size}" r="${36 * size}" fill="#3d8048"/>`;
      for (let i = 0; i < 14; i++) {
        const angle = next() * 7;
        const far = next() * 46 * size;
        out += `<circle cx="${x + Math.cos(angle) * far}" cy="${y - 20 * size + Math.sin(angle) * far}" r="${7 * size}" fill="#f08a24"/>`;
      }
    }
  }
  return out;
}

const pictures = {
  '图片/云坪茶园.jpg':
    sky('#9fc3d6', '#eef1e2', { x: 740, y: 120, r: 46, fill: '#fff6d8' }) +
    hills(3, 230, 120, '#a9bfc4') +
    hills(8, 270, 90, '#7fa08d') +
    terraces(5, 280, 8, '#4e8b45', '#3b7038') +
    farmer(300, 470, 1.3, '#a4432f') +
    farmer(560, 420, 1, '#34546e') +
    farmer(720, 520, 1.5, '#b0692b'),
  '图片/青石滩大桥.jpg':
    sky('#6f94b5', '#f6d9b4', { x: 200, y: 210, r: 54, fill: '#ffe3a8' }) +
    hills(11, 300, 170, '#8a9fae') +
    hills(19, 350, 120, '#5f7d77') +
    water(400, '#6d93a0', 4) +
    bridge(330, 170, 190, '#d8d3c6') +
    lorry(180, 318, '#e58a2b') +
    lorry(470, 318, '#3f6f9a') +
    lorry(760, 318, '#c9483a'),
  '图片/稻田收割.jpg':
    sky('#8fbfe0', '#f4f3e4', { x: 800, y: 110, r: 40, fill: '#fff3c4' }) +
    hills(23, 260, 90, '#93b0a8') +
    terraces(13, 290, 5, '#e0b84c', '#d2a63a') +
    `<g transform="translate(430 470)"><rect x="0" y="-90" width="150" height="70" fill="#c0392b"/><rect x="96" y="-140" width="54" height="52" fill="#cfe4ea"/>
      <circle cx="30" cy="-8" r="26" fill="#2b2b2b"/><circle cx="124" cy="-8" r="34" fill="#2b2b2b"/><rect x="-56" y="-46" width="60" height="34" fill="#8f2a20"/>
      <path d="M-60 -12 h66" stroke="#f5e7b2" stroke-width="8"/></g>`,
  '图片/柳叶渡橙园.jpg':
    sky('#7fb3d5', '#f2f0dc', { x: 140, y: 110, r: 44, fill: '#fff2c0' }) +
    hills(31, 260, 130, '#8fb0a4') +
    hills(37, 310, 60, '#7d9c58') +
    orchard(17),
  '图片/柳叶渡老船.jpg':
    sky('#54708c', '#f0b98a', { x: 620, y: 250, r: 60, fill: '#ffd59a' }) +
    hills(41, 290, 90, '#64788a') +
    water(320, '#5b7b8c', 9) +
    `<g transform="translate(250 460)"><path d="M-90 0 Q150 90 430 -10 L380 60 Q150 110 -40 66 Z" fill="#5a3d26"/><rect x="90" y="-84" width="170" height="84" fill="#8b6b45"/>
      <path d="M70 -84 Q175 -130 280 -84 Z" fill="#6d4f31"/><path d="M-90 0 L-150 -60" stroke="#3b2a1b" stroke-width="7"/><rect x="-160" y="-64" width="14" height="150" fill="#4a3723"/></g>`,
  'english/images/harrow-bridge.jpg':
    sky('#8fa8bd', '#e9e7dd', { x: 480, y: 150, r: 40, fill: '#fdfbf0' }) +
    hills(53, 330, 60, '#7b8e93') +
    water(380, '#4f7280', 21) +
    bridge(300, 150, 240, '#48525a') +
    lorry(600, 288, '#2f5d50'),
  'english/images/seed-shed.jpg':
    sky('#a8c4cf', '#f1efe6', undefined) +
    hills(61, 360, 80, '#93a78a') +
    `<rect y="400" width="${W}" height="200" fill="#a38d5f"/>
      <rect x="330" y="240" width="300" height="190" fill="#8c3b2e"/><path d="M300 250 L480 140 L660 250 Z" fill="#4a4f55"/><rect x="440" y="310" width="80" height="120" fill="#3c2b20"/>
      <rect x="360" y="290" width="50" height="50" fill="#dfe9ec"/><rect x="550" y="290" width="50" height="50" fill="#dfe9ec"/>`,
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: W, height: H } });
for (const [file, drawing] of Object.entries(pictures)) {
  await page.setContent(
    `<body style="margin:0"><svg width="${W}" height="${H}" xmlns="http://www.w3.org/2000/svg">${drawing}</svg>`,
  );
  await page.screenshot({ path: path.join(newsroom, file), type: 'jpeg', quality: 62 });
}
await browser.close();
