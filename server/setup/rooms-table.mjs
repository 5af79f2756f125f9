import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { projectRoot } from "./project.mjs";

const document = join(projectRoot, "docs/ARCHITECTURE.md");
const beginning = "<!-- Made of docs/rooms.json by `npm run rooms`. -->";
const end = "<!-- Here the table ends. -->";

/**
 * @typedef {object} Rooms
 * @property {string} tests what tests are named like, which may reach anywhere
 * @property {{ room: string, what: string, uses: string[], schemas?: string[] }[]} rooms
 * @property {{ from: string, to: string, reason: string }[]} exceptions
 */

/** @returns {string} docs/ARCHITECTURE.md with the tables that docs/rooms.json gives */
export function architectureWithRooms() {
  const [before = "", rest = ""] = readFileSync(document, "utf8").split(beginning);
  const [, after = ""] = rest.split(end);
  return `${before}${beginning}\n\n${tables(readRooms())}\n\n${end}${after}`;
}

/** @returns {Rooms} */
export function readRooms() {
  return JSON.parse(readFileSync(join(projectRoot, "docs/rooms.json"), "utf8"));
}

/** @param {Rooms} rooms */
function tables({ rooms, exceptions }) {
  return [
    table(
      ["room", "what for", "may import"],
      rooms.map(({ room, what, uses, schemas = [] }) => [
        code(room),
        what,
        [...uses.map(short), ...schemas.map((name) => `${short(name)} (schemas)`)].join(", ") ||
          "nothing of ours",
      ]),
    ),
    ...(exceptions.length === 0
      ? []
      : [
          "Exceptions, each with its reason:",
          table(
            ["from", "to", "why"],
            exceptions.map(({ from, to, reason }) => [code(from), code(to), reason]),
          ),
        ]),
  ].join("\n\n");
}

/** @param {string} name */
function short(name) {
  return name.replace(/^server\//, "").replace(/\.ts$/, "");
}

/** @param {string} text */
function code(text) {
  return `\`${text}\``;
}

/**
 * @param {string[]} head
 * @param {string[][]} rows
 */
function table(head, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(document, architectureWithRooms());
