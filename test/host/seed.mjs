// Property tests try the same cases in every run, so that a change is judged by itself and not by luck.
// `SEED=random npm run test:pure` looks for new ones; `SEED=123` tries those of another run.
import fc from 'fast-check';

const { SEED } = process.env;
if (SEED !== 'random') fc.configureGlobal({ seed: SEED ? Number(SEED) : 20_261_123 });
