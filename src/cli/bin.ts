import { processIo } from './io.ts';
import { main } from './main.ts';

// Not a top-level await: the bundle is CommonJS, which Node starts 9 ms sooner than a module.
void main(process.argv.slice(2), processIo()).then((code) => {
  process.exitCode = code;
});
