/**
 * The import directions. Rooms and exceptions stand in docs/rooms.json, from which the table of docs/ARCHITECTURE.md
 * is made as well: what a room may import is what is listed there, and nothing else.
 */
const { rooms, exceptions, tests } = require("./docs/rooms.json");

const ours = "^(server|components|app|e2e)/";

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
/** What a name in the table stands for: a file, or all below a folder. */
const pathOf = (name) => (/\.tsx?$|\/$/.test(name) ? `^${escaped(name)}` : `^${escaped(name)}/`);

function allowedOf({ room, uses, schemas = [] }) {
  const allowed = [room, ...uses].map(pathOf);
  // Schemas run in a browser, and their types are what rooms speak in.
  const pure = schemas.map((name) => `${pathOf(name)}.*schema\\.ts$`);
  // Components see what the server tells, as types and schemas: another rule holds them to these.
  return room.startsWith("components/") || room === "app"
    ? [...allowed, ...pure, "^server/.*schema\\.ts$", "^server/(access|api|database|domain|fleet|work)/"]
    : [...allowed, ...pure];
}

/** One rule for the room, and one for each part of it that has exceptions. */
function rulesOf(entry) {
  const own = exceptions.filter(({ from }) => new RegExp(pathOf(entry.room)).test(from));
  const parts = [...new Set(own.map(({ from }) => from))];
  const rule = (name, from, pathNot, allowed) => ({
    name,
    severity: "error",
    from: { path: from, pathNot: [tests, ...pathNot] },
    to: { path: ours, pathNot: allowed },
  });
  const inside = (part, other) => other !== part && new RegExp(pathOf(other)).test(part);
  return [
    rule(entry.room, pathOf(entry.room), parts.map(pathOf), allowedOf(entry)),
    ...parts.map((part) => {
      const granted = own
        .filter(({ from }) => from === part || inside(part, from))
        .map(({ to }) => pathOf(to));
      const smaller = parts.filter((other) => inside(other, part)).map(pathOf);
      return rule(`${entry.room}: ${part}`, pathOf(part), smaller, [...allowedOf(entry), ...granted]);
    }),
  ];
}

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    ...rooms.flatMap(rulesOf),
    {
      name: "every file has a room",
      severity: "error",
      from: { path: ours, pathNot: [tests, ...rooms.map(({ room }) => pathOf(room))] },
      to: { path: "." },
    },
    {
      name: "components take types and schemas only",
      severity: "error",
      from: { path: "^components/", pathNot: "\\.test(-data)?\\.tsx?$" },
      to: { path: "^server/", pathNot: "schema\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "the product knows no tests",
      severity: "error",
      from: { path: "^(server|app|components)/", pathNot: tests },
      to: { path: "^e2e/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^build/|^\\.next/)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mjs", ".js"] },
  },
};
