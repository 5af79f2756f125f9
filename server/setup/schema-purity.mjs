/**
 * @typedef {object} CruisedModule a module, as dependency-cruiser prints it
 * @property {string} source
 * @property {{ resolved: string, dependencyTypes: string[] }[]} dependencies
 */

/** Packages that run in a browser as they are. */
const browserPackages = ["zod", "ipaddr.js", "yaml"];

/**
 * The schemas (files named "….schema.ts", "schema.ts") that reach something a browser does not have, through all that
 * they import: Node's own modules, or a package that is not known to run there. Types cost nothing and are left out.
 * @param {CruisedModule[]} modules
 * @returns {string[][]} of each such schema the way to the first thing, file by file
 */
export function impureSchemas(modules) {
  const bySource = new Map(modules.map((module) => [module.source, module]));
  return modules
    .filter(({ source }) => /^server\/(.*[/.])?schema\.ts$/.test(source))
    .flatMap(({ source }) => {
      const chain = wayOut(bySource, source, new Set());
      return chain === null ? [] : [chain];
    });
}

/**
 * @param {Map<string, CruisedModule>} bySource
 * @param {string} source
 * @param {Set<string>} seen
 * @returns {string[] | null}
 */
function wayOut(bySource, source, seen) {
  seen.add(source);
  for (const { resolved, dependencyTypes } of bySource.get(source)?.dependencies ?? []) {
    if (dependencyTypes.includes("type-only") || seen.has(resolved)) continue;
    if (!isOurs(resolved)) {
      if (!isPure(resolved)) return [source, resolved];
      continue;
    }
    const rest = wayOut(bySource, resolved, seen);
    if (rest !== null) return [source, ...rest];
  }
  return null;
}

/** @param {string} resolved */
function isOurs(resolved) {
  return resolved.startsWith("server/");
}

/** @param {string} resolved */
function isPure(resolved) {
  return browserPackages.some((name) => resolved.startsWith(`node_modules/${name}/`));
}
