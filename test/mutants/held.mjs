// Which fault of mutants.mjs makes which promise of README.md untrue; and of what no fault in a quick suite can, since it
// is seen in a window of VS Code alone, the suite that sees it.

/** @type {readonly (readonly [promise: string, fault: string])[]} */
export const heldByFaults = [
  ['mended without ever losing or joining a name', 'mending a byline changes who is named'],
  [
    'what would read otherwise than promised is taken back',
    'a fix after which the article reads otherwise than it said is kept',
  ],
  ['comments and order stay as they are', 'a value that is filled in before a comment takes it in'],
  [
    '**Only What I Changed** leaves the findings of lines that are not committed yet',
    'of a line that is not committed yet nothing is said',
  ],
  ['no code of a workspace is ever run', 'a page may load whatever it names'],
  [
    'the same verdict in the editor, on the command line and in CI',
    'findings of an older text are shown for a newer one',
  ],
  ['reads your articles and proposes copydesk.yml', 'what half of the articles do becomes a demand of the house'],
  [
    'shows what it found, with counts, and asks three questions',
    'what half of the articles do becomes a demand of the house',
  ],
  ['asks nothing', 'init --dry-run writes the house file'],
  ['prints the files and writes none', 'init --dry-run writes the house file'],
  ['the proposals as data: evidence, settings, files; nothing is written', 'init --dry-run writes the house file'],
  [
    'reads your articles, writes copydesk.yml and .github/workflows/copydesk.yml',
    'init --dry-run writes the house file',
  ],
  [
    'copydesk check                     # every article below this folder',
    'what new articles are made of is checked as an article',
  ],
  ['annotations in GitHub Actions', 'a message with line breaks ends an annotation of GitHub and begins a command'],
  [
    'the second of four parts of an archive, on one of four machines',
    'a shard leaves articles out that no other one has',
  ],
  ['what would change, as a diff', 'fix --dry-run writes the file'],
  ['copydesk check                     # the same here', 'the command ends with 0 whatever it found'],
  ['mends what is certain; the rest is yours', 'of two fixes that want the same characters both are made'],
  ['copydesk render article.md -o article.html', 'render writes its page over an article or a file of the newsroom'],
  ['copydesk render article.md --format jsonld', 'a headline ends the script element that search engines read'],
  [
    'Let up to N warnings pass; more make the exit code 1',
    'a number of warnings within what --max-warnings allows fails the run, or one beyond it passes',
  ],
  [
    'Only lines that are not committed yet, new files among them',
    'of a line that is not committed yet nothing is said',
  ],
  ['Only lines that are staged for the next commit', 'of a line that is not committed yet nothing is said'],
  ['Only lines that changed since a revision of git', 'of a line that is not committed yet nothing is said'],
  ['Look only at articles that changed since the last run', 'findings that were kept hold for another text'],
  ['The file in which findings are kept', 'findings that were kept hold in another house'],
  ['Check the Ith of N parts of the articles', 'a shard leaves articles out that no other one has'],
  [
    'what a rule would find in the articles, before it is one',
    'what a rule would find any more is told as what it finds anew',
  ],
  ['sign the next review or proof', 'who signs is given the last step that is theirs, not the next'],
  ['who made, reviewed and proofed it', 'the record of an article leaves out who signed it'],
  ['what goes out today and what is missing, to print', 'the day’s list leaves out what an article lacks'],
  ['Write a report to this file too', 'a report is written in the format of what is printed'],
];

/** @type {readonly (readonly [promise: string, suite: string])[]} */
export const heldByWindows = [
  ['**The preview is the page.**', 'test/vscode/preview-live.test.ts'],
  ['**Copydesk: New Article from Template…**', 'test/vscode/commands.test.ts'],
  ['**Copydesk: New Article from Pasted Page**', 'test/vscode/commands.test.ts'],
  ['**Copydesk: Insert Block…**', 'test/vscode/commands.test.ts'],
  ['**Copydesk: Open Preview to the Side**', 'test/vscode/preview-live.test.ts'],
  ['**Copydesk: Check This Article**', 'test/vscode/installed/notifications.test.ts'],
  ['**Copydesk: Show Desk**', 'test/vscode/desk.test.ts'],
  ['**Copydesk: Try This Rule on the Archive…** in', 'test/vscode/try-rule.test.ts'],
  ['**Copydesk: Show House Style**', 'test/vscode/house-page.test.ts'],
  ['go to the next title that begins so, or sounds so', 'test/vscode/desk.test.ts'],
  ['open, open to the side', 'test/vscode/desk.test.ts'],
  ['`↓` or `Enter` goes back to the list', 'test/vscode/desk.test.ts'],
  ['what is selected, or the article that the list stands on', 'test/vscode/desk.test.ts'],
  ['what a command takes; `copydesk --help` lists the commands', 'test/cli/arguments.test.ts'],
  ['git push', 'test/cli/recipes.test.ts'],
  ['How to report (default: pretty)', 'test/cli/report-formats.test.ts'],
  ['Only these checks', 'test/cli/selection.test.ts'],
  ['Stay, and check again what changes', 'test/cli/watch.test.ts'],
];
