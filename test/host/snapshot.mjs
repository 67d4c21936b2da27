// Pictures of a window, taken fast: Playwright's own are pressed as small as can be and restyle every frame first, which
// takes as long as the rest of a step.

/** By page: the connection by which pictures of it are taken. */
const sessions = new WeakMap();

/**
 * @param {import('playwright-core').Page} page
 * @param {{ x: number, y: number, width: number, height: number }} [clip] of the window, CSS pixels; all of it when absent
 * @returns {Promise<Buffer>} a PNG
 */
export async function snapshot(page, clip) {
  if (!sessions.has(page)) sessions.set(page, await page.context().newCDPSession(page));
  const { data } = await sessions.get(page).send('Page.captureScreenshot', {
    format: 'png',
    optimizeForSpeed: true,
    ...(clip ? { clip: { ...clip, scale: 1 } } : {}),
  });
  return Buffer.from(data, 'base64');
}
