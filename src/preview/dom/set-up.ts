import { type FromSetUp, isToSetUp, type ToSetUp } from '../set-up-messages.ts';
import { isListOf, isRecord, isText } from '../shapes.ts';

// The page that sets a newsroom up: it sends the answers, and shows the files as they will be.
declare function acquireVsCodeApi(): { postMessage(message: FromSetUp): void };

const vscode = acquireVsCodeApi();
const text = document.getElementById('text');
const picked = document.getElementById('file');
let files: ToSetUp['files'] = given();

/** The files that stand in the page when it opens. */
function given(): ToSetUp['files'] {
  const data: unknown = JSON.parse(document.getElementById('files')?.textContent ?? '[]');
  const isFile = (file: unknown): file is ToSetUp['files'][number] =>
    isRecord(file) && isText(file.path) && isText(file.text);
  return isListOf(data, isFile) ? data : [];
}

function answers(): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const row of document.querySelectorAll<HTMLElement>('.decision')) {
    const select = row.querySelector('select');
    if (select && row.dataset.id !== undefined) found[row.dataset.id] = select.value;
  }
  return found;
}

function show(): void {
  if (!(picked instanceof HTMLSelectElement) || text === null) return;
  const wanted = picked.value;
  const paths = files.map(({ path }) => path);
  if ([...picked.options].map(({ value }) => value).join('\n') !== paths.join('\n'))
    picked.replaceChildren(...paths.map((path) => new Option(path, path)));
  const file = files.find(({ path }) => path === wanted) ?? files[0];
  picked.value = file?.path ?? '';
  text.textContent = file?.text ?? '';
  const write = document.getElementById('write');
  if (write instanceof HTMLButtonElement) write.disabled = files.length === 0;
}

document.addEventListener('change', ({ target }) => {
  if (target === picked) show();
  else if (target instanceof HTMLSelectElement) {
    target.closest('.decision')?.classList.toggle('left', target.value === 'leave');
    vscode.postMessage({ type: 'answers', answers: answers() });
  }
});

document.addEventListener('click', ({ target }) => {
  if (!(target instanceof HTMLElement)) return;
  const { path } = target.dataset;
  if (path !== undefined) vscode.postMessage({ type: 'open', path });
  else if (target.id === 'write') vscode.postMessage({ type: 'write', answers: answers() });
  else if (target.id === 'recipe') vscode.postMessage({ type: 'copyRecipe' });
  else if (target.id === 'close') vscode.postMessage({ type: 'close' });
});

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isToSetUp(data)) return;
  files = data.files;
  show();
});
