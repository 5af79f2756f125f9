/**
 * The import direction of docs/ARCHITECTURE.md. Each rule names the rooms that a room may not reach.
 * @type {import("dependency-cruiser").IConfiguration}
 */
const never = (name, from, to) => ({
  name,
  severity: "error",
  from: { path: from, pathNot: "\\.test\\.tsx?$" },
  to: { path: to },
});

module.exports = {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    never("libvirt-stands-alone", "^server/libvirt/", "^(server/(?!libvirt/)|app/|components/|e2e/)"),
    never(
      "subjects-below-fleet",
      "^server/(host|pci|vm|storage|network)/",
      "^(server/(fleet|console|job|access|database|api|http|demo|setup)/|server/(main|start|hosts|cli)\\.ts|app/|components/|e2e/)",
    ),
    never(
      "fleet-below-api",
      "^server/fleet/",
      "^(server/(console|job|access|database|api|http|demo|setup)/|server/(main|start|hosts|cli)\\.ts|app/|components/|e2e/)",
    ),
    never(
      "access-and-database-beside-fleet",
      "^server/(access|database)/",
      "^(server/(fleet|console|job|api|http|demo|setup|libvirt)/|server/(main|start|hosts|cli)\\.ts|app/|components/|e2e/)",
    ),
    never("database-knows-no-access", "^server/database/", "^server/access/"),
    never(
      "console-and-job-below-api",
      "^server/(console|job)/",
      "^(server/(api|http|demo|setup)/|server/(main|start|hosts|cli)\\.ts|app/|components/|e2e/)",
    ),
    never(
      "api-below-main",
      "^server/api/",
      "^(server/(http|demo|setup)/|server/(main|start|hosts|cli)\\.ts|app/|components/|e2e/)",
    ),
    never(
      "ground-imports-nothing",
      "^server/(errors|settings|plan\\.schema)\\.ts",
      "^(server/|app/|components/|e2e/)",
    ),
    {
      name: "components-take-types-and-schemas-only",
      severity: "error",
      from: { path: "^components/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^server/", pathNot: "schema\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    never("components-know-no-route", "^components/", "^(app/|e2e/)"),
    never("schemas-need-no-node", "^server/.*schema\\.ts$", "^(node:|fs$|path$)"),
    never("product-knows-no-tests", "^(server|app|components)/", "^e2e/"),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^build/|^\\.next/)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mjs", ".js"] },
  },
};
