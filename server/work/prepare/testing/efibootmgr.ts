import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { espId, loadOption, variableOf } from "../../../host/boot/efi.test-data";
import { globalVariable } from "../../../host/boot/efi-variables";
import type { ToolResult } from "../../../host/tools";

/**
 * What efibootmgr 17 does to the variables of a host in a folder, as it was seen to with real ones: an entry that is there is not
 * made anew (status 40), one that is gone is not deleted (15), and with an entry its number goes out of the order.
 */
export function efibootmgr(root: string, words: readonly string[]): ToolResult {
  const place = (name: string) => join(root, globalVariable(name));
  const after = (option: string) => words[words.indexOf(option) + 1] ?? "";
  const number = after("--bootnum");
  if (words.includes("--create-only")) {
    if (existsSync(place(`Boot${number}`))) return failed(40, `Cannot create Boot${number}: already exists.`);
    const line = words.includes("--unicode") ? after("--unicode") : "";
    const entry = { number, label: after("--label"), partition: espId, file: after("--loader"), line };
    writeFileSync(place(`Boot${number}`), loadOption(entry));
  } else if (words.includes("--delete-bootnum")) {
    if (!existsSync(place(`Boot${number}`))) return failed(15, "Could not delete variable");
    rmSync(place(`Boot${number}`));
    const left = orderIn(root).filter((one) => one !== number);
    if (left.length < orderIn(root).length) writeFileSync(place("BootOrder"), numbers(left));
  } else if (words.includes("--bootnext")) {
    if (!existsSync(place(`Boot${after("--bootnext")}`))) return failed(12, "Boot entry does not exist");
    writeFileSync(place("BootNext"), numbers([after("--bootnext")]));
  } else writeFileSync(place("BootOrder"), numbers(after("--bootorder").split(",")));
  return { status: 0, output: "", errors: "" };
}

/** The numbers of BootOrder. */
export function orderIn(root: string): string[] {
  const bytes = readFileSync(join(root, globalVariable("BootOrder"))).subarray(4);
  return Array.from({ length: bytes.length / 2 }, (_, index) =>
    bytes
      .readUInt16LE(index * 2)
      .toString(16)
      .toUpperCase()
      .padStart(4, "0"),
  );
}

function numbers(list: readonly string[]): Uint8Array {
  return variableOf(...list.map((number) => Number.parseInt(number, 16)));
}

function failed(status: number, errors: string): ToolResult {
  return { status, output: "", errors };
}
