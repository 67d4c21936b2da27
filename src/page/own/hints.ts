import type { Element } from 'hast';
import type { FindAsset } from './own-page.ts';

/**
 * How pages were dressed before stylesheets: `bgcolor`, `background`, margins of the body. The HTML standard has them
 * count before all stylesheets and less than any selector. Only what the page's policy or our reader would lose is here;
 * other attributes stay as they are.
 *
 * @param url the host's address for a picture
 * @returns declarations; '' for an element without any. The attributes are taken away
 */
export function takeHints(element: Element, url: FindAsset): string {
  const { properties, tagName } = element;
  const rules: string[] = [];
  const take = (name: string): string => {
    const value = properties[name];
    delete properties[name];
    return value === undefined || value === null || typeof value === 'boolean' ? '' : String(value).trim();
  };
  const picture = take('background');
  const shown = picture === '' ? undefined : url(picture);
  if (shown !== undefined) rules.push(`background-image:url("${shown.replace(/["\\\n\r\f<]/g, encodeURIComponent)}")`);
  if (tagName !== 'body') return rules.join(';');
  const ground = colorOf(take('bgColor'));
  const ink = colorOf(take('text'));
  if (ground !== undefined) rules.push(`background-color:${ground}`);
  if (ink !== undefined) rules.push(`color:${ink}`);
  const across = take('leftMargin') || take('marginWidth');
  const down = take('topMargin') || take('marginHeight');
  if (/^\d{1,4}$/.test(across)) rules.push(`margin-left:${across}px`, `margin-right:${across}px`);
  if (/^\d{1,4}$/.test(down)) rules.push(`margin-top:${down}px`, `margin-bottom:${down}px`);
  return rules.join(';');
}

/** A colour as old pages write it: a name, or six digits with or without `#`. */
function colorOf(value: string): string | undefined {
  if (/^#?[0-9a-f]{6}$/i.test(value)) return `#${value.replace('#', '')}`;
  return /^(?:#[0-9a-f]{3}|[a-z]{3,24})$/i.test(value) ? value : undefined;
}

/** What was shown in a box of its own, by the size that the HTML standard gives to one without. */
const boxes: Readonly<Record<string, { readonly width: number; readonly height: number; readonly border: string }>> = {
  iframe: { width: 300, height: 150, border: '2px inset' },
  video: { width: 300, height: 150, border: '0' },
  canvas: { width: 300, height: 150, border: '0' },
};

/**
 * Turns a frame, a film or a drawing of a script into an empty box of its size, so that what is around it stays where it
 * was. Other elements are left alone.
 *
 * @returns declarations for the box
 */
export function emptyBox(element: Element): string {
  const box = Object.hasOwn(boxes, element.tagName) ? boxes[element.tagName] : undefined;
  if (box === undefined) return '';
  const { width, height, frameBorder, className, id, style, hidden, align } = element.properties;
  const size = (value: unknown, fallback: number): string => {
    const said = String(value ?? '').trim();
    return /^\d{1,5}%$/.test(said) ? said : `${/^\d{1,5}/.exec(said)?.[0] ?? fallback}px`;
  };
  const border = String(frameBorder ?? '1') === '0' || frameBorder === 'no' ? '0' : box.border;
  element.tagName = 'span';
  element.children = [];
  element.properties = { className, id, style, hidden, align };
  return `display:inline-block;box-sizing:content-box;width:${size(width, box.width)};height:${size(height, box.height)};border:${border}`;
}
