/** Holds the seed while property tests are fuzzed. */
export const fuzzSeedVariable = "PASSDECK_FUZZ_SEED";

/** @returns {number | null} a whole number of 32 bits; null where nobody fuzzes */
export function fuzzSeed() {
  const text = process.env[fuzzSeedVariable];
  if (text === undefined || text === "") return null;
  const seed = Number(text);
  if (!Number.isInteger(seed) || seed !== (seed | 0))
    throw new Error(`${fuzzSeedVariable} is "${text}" and has to be a whole number of 32 bits.`);
  return seed;
}
