import { groupings, orders, shows } from './desk-list.ts';
import { jsonElement, quoted, webviewDocument } from './webview-document.ts';

/** The words of the desk's list, in the reader's language. `{0}`, `{1}` are numbers. */
export interface DeskWords {
  readonly list: string;
  readonly search: string;
  readonly searchHint: string;
  readonly filters: string;
  readonly group: string;
  readonly groups: Readonly<Record<(typeof groupings)[number], string>>;
  readonly order: string;
  readonly orders: Readonly<Record<(typeof orders)[number], string>>;
  readonly show: string;
  readonly shows: Readonly<Record<(typeof shows)[number], string>>;
  readonly stage: string;
  readonly column: string;
  readonly person: string;
  readonly any: string;
  readonly clear: string;
  /** A group of articles without what they are grouped by. */
  readonly without: Readonly<Record<(typeof groupings)[number], string>>;
  readonly count: string;
  readonly countOf: string;
  readonly selected: string;
  readonly left: string;
  readonly nothingFound: string;
  readonly loading: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly noFolder: string;
  readonly openFolder: string;
  readonly newArticle: string;
  readonly setUp: string;
  readonly errors: string;
  readonly warnings: string;
  readonly questions: string;
  readonly clean: string;
  readonly unchecked: string;
  readonly characters: string;
  readonly words: string;
  readonly rate: string;
  readonly missing: string;
  readonly turn: string;
  readonly embargo: string;
  readonly untitled: string;
  readonly today: string;
  readonly tomorrow: string;
  readonly names: string;
}

interface DeskHtml {
  /** `webview.cspSource`. */
  readonly cspSource: string;
  /** New and random for each page, letters and digits only. */
  readonly nonce: string;
  readonly scriptUri: string;
  readonly styleUri: string;
  /** BCP 47, of the reader. */
  readonly lang: string;
  readonly words: DeskWords;
}

/** The page of the desk's list. No row is in it yet: the script draws those that are in sight, as text. */
export function deskHtml({ cspSource, nonce, scriptUri, styleUri, lang, words }: DeskHtml): string {
  const select = (id: string, label: string, choices: readonly (readonly [string, string])[]): string =>
    `<label for="${id}">${quoted(label)}</label><select id="${id}">${choices
      .map(([value, text]) => `<option value="${value}">${quoted(text)}</option>`)
      .join('')}</select>`;
  const any = [['', words.any]] as const;
  return webviewDocument({
    cspSource,
    lang,
    title: words.list,
    styleUri,
    script: { uri: scriptUri, nonce },
    attributes: `data-vscode-context="${quoted('{"preventDefaultContextMenuItems": true}')}"`,
    body: `<main>
<h1 class="heard">${quoted(words.list)}</h1>
<div id="desk" hidden>
<div id="tools">
<div class="line"><input id="query" type="search" aria-label="${quoted(words.search)}" placeholder="${quoted(words.searchHint)}" spellcheck="false" autocomplete="off"><button id="more" type="button" aria-expanded="false" aria-controls="filters">${quoted(words.filters)}</button></div>
<div id="filters" hidden>
${select(
  'group',
  words.group,
  groupings.map((one) => [one, words.groups[one]]),
)}
${select(
  'order',
  words.order,
  orders.map((one) => [one, words.orders[one]]),
)}
${select(
  'show',
  words.show,
  shows.map((one) => [one, words.shows[one]]),
)}
${select('stage', words.stage, any)}
${select('column', words.column, any)}
${select('person', words.person, any)}
<button id="clear" type="button">${quoted(words.clear)}</button>
</div>
<p id="count" role="status"></p>
</div>
<div id="scroll">
<div id="list" role="listbox" tabindex="0" aria-multiselectable="true" aria-label="${quoted(words.list)}" data-vscode-context="${quoted('{"webviewSection": "articles", "preventDefaultContextMenuItems": true}')}"></div>
</div>
<p id="nothing" hidden>${quoted(words.nothingFound)}</p>
</div>
<div id="welcome">
<p id="said">${quoted(words.loading)}</p>
<p id="starts" hidden></p>
</div>
</main>
${jsonElement('words', words)}`,
  });
}
