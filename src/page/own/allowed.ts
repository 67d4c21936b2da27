import type { Schema } from 'hast-util-sanitize';
import { drawingAttributes, drawingElements } from './drawings.ts';

const structure =
  'html head body article aside header footer main nav section hgroup address div span p h1 h2 h3 h4 h5 h6 hr br wbr';
const words =
  'a b i u s em strong small big sub sup mark del ins q cite dfn abbr time code pre kbd samp var tt font center nobr ruby rb rt rp bdi bdo blockquote';
const lists = 'ul ol li dl dt dd menu dir details summary figure figcaption img picture source';
const tables = 'table caption colgroup col thead tbody tfoot tr td th';
const controls = 'form fieldset legend label input button select option optgroup textarea';

/**
 * What of a saved page is kept: everything that only looks like something. Scripts, frames, plug-ins, media and
 * templates go with what is in them, and of drawings stays what only draws; names, actions and event handlers go too.
 */
export const allowed: Schema = {
  tagNames: `${structure} ${words} ${lists} ${tables} ${controls} ${drawingElements} style link`.split(' '),
  strip: (
    'script noscript iframe frame frameset noframes object embed applet param math template audio video track ' +
    'canvas map area portal fencedframe dialog base meta title xmp plaintext noembed slot foreignObject image animate ' +
    'animateMotion animateTransform set'
  ).split(' '),
  attributes: {
    '*': [
      ...[
        'className',
        'id',
        'style',
        'lang',
        'dir',
        'title',
        'hidden',
        'role',
        'ariaLabel',
        'ariaHidden',
        'ariaCurrent',
      ],
      ...['align', 'vAlign', 'bgColor', 'color', 'face', 'size', 'width', 'height', 'border', 'noWrap', 'clear'],
      'background',
      'data*',
    ],
    a: ['href'],
    body: ['text', 'leftMargin', 'topMargin', 'marginWidth', 'marginHeight'],
    img: ['src', 'srcSet', 'sizes', 'alt', 'hSpace', 'vSpace'],
    source: ['srcSet', 'sizes', 'media', 'type'],
    ...Object.fromEntries(drawingElements.split(' ').map((name) => [name, [...drawingAttributes]])),
    link: ['rel', 'href', 'media', 'disabled'],
    style: ['media'],
    table: ['cellPadding', 'cellSpacing', 'rules', 'frame'],
    td: ['colSpan', 'rowSpan'],
    th: ['colSpan', 'rowSpan', 'scope'],
    col: ['span'],
    colgroup: ['span'],
    ol: ['start', 'type', 'reversed'],
    ul: ['type'],
    li: ['value', 'type'],
    time: ['dateTime'],
    details: ['open'],
    input: [['type', 'text', 'search', 'button', 'checkbox', 'radio'], 'value', 'placeholder', 'checked', 'size'],
    button: ['disabled'],
    textarea: ['rows', 'cols', 'placeholder'],
    select: ['multiple', 'size'],
    option: ['selected', 'value'],
    label: [],
  },
  // Addresses are judged one by one, where it is known what is done with them.
  protocols: {},
  // Names of forms are gone, and stylesheets go by ids.
  clobber: [],
  ancestors: { source: ['picture'] },
  // A search box looks as it does on the site, and takes nothing.
  required: { button: { type: 'button' }, input: { readOnly: true } },
};
