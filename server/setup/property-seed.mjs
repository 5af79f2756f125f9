import fc from "fast-check";
import { fuzzSeed } from "./fuzz-seed.mjs";

/*
 * Before each file of unit tests (vitest's `setupFiles`). Property tests draw the same values whenever `npm test` runs,
 * so that the same code always gets the same answer; new values come by `npm run fuzz`, and more of them.
 */
const seed = fuzzSeed();
fc.configureGlobal(seed === null ? { seed: 1 } : { seed, numRuns: 1_000 });
