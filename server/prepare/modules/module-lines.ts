import { moduleName } from "../../host/modules/modprobe-configuration";
import { type Edit, edited } from "../edit";
import { type EarlyModules, earlyOrder } from "./early-order";
import { spliced } from "./splice";
import { lineEndOf, linesOf, type TextLine, withLines, withoutParts } from "./text-lines";

export const ownModulesLoad = "etc/modules-load.d/passdeck-vfio.conf";

/** Adds modules to a list of modules-load.d(5), or to /etc/modules: a name a line, without parameters. */
export function loadModules(text: string, modules: readonly string[]): Edit {
  const there = linesOf(text).map((line) => moduleName(line.text.trim()));
  const missing = [...new Set(modules)].filter((module) => !there.includes(moduleName(module)));
  return edited(withLines(text, missing, lineEndOf(text)));
}

/** Takes modules out of a list that has one a line, with or without parameters. */
export function removeModuleLines(text: string, modules: readonly string[]): Edit {
  const gone = modules.map(moduleName);
  const lines = linesOf(text);
  return edited(
    withoutParts(text, lines, (index) => {
      const line = lines[index];
      return line !== undefined && gone.includes(moduleOf(line) ?? "");
    }),
  );
}

/**
 * Puts modules into initramfs-tools' list (initramfs.conf(5)), which are loaded in its order. A carriage return would be
 * part of a module's name there, so new lines never have one.
 */
export function addEarlyModuleLines(text: string, wanted: EarlyModules): Edit {
  const entries = linesOf(text).filter((line) => moduleOf(line) !== null);
  const order = earlyOrder(
    entries.map((line) => line.text),
    wanted,
    "last",
  );
  if (order === null) return edited(text);
  const rival = entries[order.at];
  if (rival === undefined) return edited(withLines(text, order.insert));
  return edited(
    spliced(text, [
      { from: rival.from, to: rival.from, insert: order.insert.map((line) => `${line}\n`).join("") },
      ...order.drop.flatMap((index) => removal(text, entries[index])),
    ]),
  );
}

function removal(text: string, line: TextLine | undefined) {
  if (line === undefined) return [];
  const isOpen = line.next === text.length && !text.endsWith("\n");
  return [{ from: isOpen ? line.from - 1 : line.from, to: line.next, insert: "" }];
}

function moduleOf({ text }: TextLine): string | null {
  const line = text.trim();
  return line === "" || /^[#;]/.test(line) ? null : moduleName(line.split(/\s/, 1)[0] ?? "");
}
