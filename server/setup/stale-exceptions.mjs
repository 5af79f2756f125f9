/**
 * The exceptions that no import needs any more: what they are for was moved or left out.
 * @param {import("./schema-purity.mjs").CruisedModule[]} modules
 * @param {Pick<import("./rooms-table.mjs").Rooms, "exceptions" | "tests">} rooms
 * @returns {{ from: string, to: string }[]}
 */
export function staleExceptions(modules, { exceptions, tests }) {
  const test = new RegExp(tests);
  const importers = modules.filter(({ source }) => !test.test(source));
  return exceptions.filter(
    ({ from, to }) =>
      !importers.some(
        ({ source, dependencies }) =>
          isIn(from, source) && dependencies.some(({ resolved }) => isIn(to, resolved)),
      ),
  );
}

/**
 * @param {string} name a file, or a folder with "/" at its end
 * @param {string} path
 */
function isIn(name, path) {
  return name.endsWith("/") ? path.startsWith(name) : path === name;
}
