// A process of its own, so that its log is its own: serves VS Code for the web with @vscode/test-web, no browser.
const [main, options] = process.argv.slice(2);
const { open } = (await import(main)).default;
await open(JSON.parse(options));
