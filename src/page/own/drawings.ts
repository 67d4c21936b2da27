import type { Element } from 'hast';

/** Elements of SVG that draw and cannot run, load or hold HTML. */
export const drawingElements =
  'svg g path rect circle ellipse line polyline polygon text tspan defs symbol use linearGradient radialGradient stop clipPath mask pattern';

/** Attributes of those elements, as hast names them. */
export const drawingAttributes: readonly string[] = (
  'viewBox preserveAspectRatio xmlns d points transform x y x1 x2 y1 y2 cx cy r rx ry dx dy fx fy offset fill fillOpacity ' +
  'fillRule clipRule clipPath mask stroke strokeWidth strokeOpacity strokeLineCap strokeLineJoin strokeDashArray ' +
  'strokeDashOffset strokeMiterLimit opacity stopColor stopOpacity gradientUnits gradientTransform spreadMethod ' +
  'patternUnits patternTransform clipPathUnits maskUnits maskContentUnits textAnchor dominantBaseline fontSize fontFamily ' +
  'fontWeight letterSpacing vectorEffect href xLinkHref'
).split(' ');

const names = new Set(drawingElements.split(' '));

/** A reference inside the page. */
const inside = /^#[\w:.\u0080-\uFFFF-]+$/;
const paint = /^url\(\s?["']?#[\w:.-]+["']?\s?\)$/;

/** Takes away what a drawing refers to outside the page: it may use what is in the page, and nothing else. */
export function keepInside(element: Element): void {
  if (!names.has(element.tagName)) return;
  const { properties } = element;
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value !== 'string' || name === 'style') continue;
    const reference = name === 'href' || name === 'xLinkHref';
    // These attributes are read as CSS, where an escape can spell `url`.
    const bad = reference ? !inside.test(value) : /\\|url|src|image/i.test(value) && !paint.test(value.trim());
    if (bad) delete properties[name];
  }
}
