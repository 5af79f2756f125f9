/**
 * @typedef {object} Work
 * @property {string} name
 * @property {number} [processors] how many it keeps busy; one where left out
 * @property {string[]} [needs] names of work that has to have ended before it
 */

/**
 * Starts each as soon as its processors are free and what it needs has ended, well or badly; of several that could
 * start, the first in their order.
 * @template {Work} One
 * @template Result
 * @param {readonly One[]} all
 * @param {number} processors no work takes more
 * @param {(one: One) => Promise<Result>} run does not reject
 * @returns {Promise<Result[]>} in the order of the work
 * @throws Error where work needs what is not there, or more processors than there are
 */
export async function sideBySide(all, processors, run) {
  /** @type {Map<One, Promise<void>>} */
  const running = new Map();
  /** @type {Map<One, Result>} */
  const results = new Map();
  const waiting = new Set(all);
  /** @param {One} one */
  const begin = async (one) => {
    const result = await run(one);
    results.set(one, result);
    running.delete(one);
  };
  while (waiting.size > 0 || running.size > 0) {
    const free = processors - sum([...running.keys()].map(processorsOf));
    const ended = new Set([...results.keys()].map(({ name }) => name));
    const next = [...waiting].find(
      (one) => processorsOf(one) <= free && (one.needs ?? []).every((name) => ended.has(name)),
    );
    if (next !== undefined) {
      waiting.delete(next);
      running.set(next, begin(next));
    } else if (running.size > 0) {
      await Promise.race(running.values());
    } else {
      throw new Error(`never to start: ${[...waiting].map(({ name }) => name).join(", ")}`);
    }
  }
  return all.flatMap((one) => results.get(one) ?? []);
}

/** @param {Work} one */
function processorsOf({ processors = 1 }) {
  return processors;
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
