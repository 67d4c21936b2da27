import { jsonElement, quoted, webviewDocument, withCode } from './webview-document.ts';

/** One decision of a proposed house as the page shows it. */
interface SetUpDecision {
  readonly id: string;
  readonly question: 'where' | 'who' | 'demands';
  readonly isMinor: boolean;
  readonly title: string;
  readonly proposed: string;
  readonly evidence: string;
  readonly outliers?: { readonly said: string; readonly files: readonly string[] };
  /** It is something to decide, and not only something that was found. */
  readonly isAsked: boolean;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
}

/** The words of the page that sets a newsroom up, in the reader's language. */
interface SetUpLabels {
  readonly heading: string;
  readonly lead: string;
  readonly questions: Readonly<Record<SetUpDecision['question'], string>>;
  readonly accept: string;
  readonly leave: string;
  /** `{0}`: what is decided. */
  readonly answer: string;
  /** `{0}` fields. */
  readonly minor: string;
  readonly files: string;
  readonly write: string;
  readonly close: string;
  readonly nothing: string;
  readonly recipe: string;
  readonly recipeLead: string;
  readonly copyRecipe: string;
}

/** What the panel knows when it opens the page. */
interface SetUpHtml {
  /** `webview.cspSource`. */
  readonly cspSource: string;
  /** New and random for each page, letters and digits only. */
  readonly nonce: string;
  readonly scriptUri: string;
  readonly styleUri: string;
  /** BCP 47, of the reader. */
  readonly lang: string;
  readonly labels: SetUpLabels;
  readonly decisions: readonly SetUpDecision[];
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** What a repository on a server does on each change, as YAML. */
  readonly recipe: string;
}

/**
 * The page on which a newsroom decides: each decision with its evidence and its outliers, an answer to each, and the
 * files as they will be. All that comes from the archive is text; the script listens to answers and prints nothing else.
 */
export function setUpHtml(page: SetUpHtml): string {
  const { cspSource, nonce, scriptUri, styleUri, lang, labels, decisions, files, recipe } = page;
  const sections = (['where', 'who', 'demands'] as const).map((question) => {
    const mine = decisions.filter((decision) => decision.question === question);
    if (mine.length === 0) return '';
    const major = mine.filter(({ isMinor }) => !isMinor);
    const minor = mine.filter(({ isMinor }) => isMinor);
    const besides =
      minor.length === 0
        ? ''
        : `<details class="minor"><summary>${quoted(labels.minor.replace('{0}', String(minor.length)))}</summary>${minor.map((one) => row(one, labels)).join('')}</details>`;
    return `<section aria-labelledby="q-${question}">
<h2 id="q-${question}">${quoted(labels.questions[question])}</h2>
${major.map((one) => row(one, labels)).join('')}${besides}</section>`;
  });
  return webviewDocument({
    cspSource,
    lang,
    title: labels.heading,
    styleUri,
    script: { uri: scriptUri, nonce },
    body: `<header>
<h1>${quoted(labels.heading)}</h1>
<p>${quoted(labels.lead)}</p>
</header>
<main>
<div id="decisions">${decisions.length === 0 ? `<p>${quoted(labels.nothing)}</p>` : sections.join('')}</div>
<aside aria-label="${quoted(labels.files)}">
<h2><label for="file">${quoted(labels.files)}</label></h2>
<select id="file">${files.map(({ path }) => `<option>${quoted(path)}</option>`).join('')}</select>
<pre id="text" tabindex="0">${quoted(files[0]?.text ?? '')}</pre>
<details><summary>${quoted(labels.recipe)}</summary>
<p>${quoted(labels.recipeLead)}</p>
<pre tabindex="0">${quoted(recipe)}</pre>
<button id="recipe" type="button" class="second">${quoted(labels.copyRecipe)}</button>
</details>
</aside>
</main>
<footer>
<button id="write" type="button"${files.length === 0 ? ' disabled' : ''}>${quoted(labels.write)}</button>
<button id="close" type="button" class="second">${quoted(labels.close)}</button>
</footer>
${jsonElement('files', files)}`,
  });
}

function row(
  { id, title, proposed, evidence, outliers, isAsked, choices }: SetUpDecision,
  labels: SetUpLabels,
): string {
  const options = [{ id: 'accept', label: labels.accept }, ...choices, { id: 'leave', label: labels.leave }].map(
    (option) => `<option value="${quoted(option.id)}">${quoted(option.label)}</option>`,
  );
  const files = outliers?.files ?? [];
  const links = files.map(
    (path) => `<li><button type="button" class="link" data-path="${quoted(path)}">${quoted(path)}</button></li>`,
  );
  const others =
    outliers === undefined
      ? ''
      : files.length === 0
        ? `<p class="outliers">${withCode(outliers.said)}</p>`
        : `<details class="outliers"><summary>${withCode(outliers.said)}</summary><ul>${links.join('')}</ul></details>`;
  const answers = `<select aria-label="${quoted(labels.answer.replace('{0}', title.replaceAll('`', '')))}">${options.join('')}</select>`;
  return `<div class="decision" data-id="${quoted(id)}">
<div class="what"><h3>${withCode(title)}</h3><p class="proposed">${withCode(proposed)}</p><p class="evidence">${withCode(evidence)}</p>${others}</div>
${isAsked ? answers : ''}
</div>`;
}
