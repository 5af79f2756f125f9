import { type DeviceUse, deviceUseSchema } from "../facts.schema";
import { reasonCodes, verdictStatuses } from "../verdict.schema";
import { type ClassWord, classCodes, type Expectation, fullAddress, type Part } from "./layout.test-data";

/**
 * The devices of a layout. A line is `ADDRESS CLASS IDS NAME` and then, divided by " | ", what is to be said beside:
 * `on DRIVER`, `group N`, `boot` (the firmware's display), `reset METHODS` ("bus" where nothing is said), `rom`,
 * `no rom` (displays have one), `slot LABEL`, `of ADDRESS` (its physical function), `silent` (nobody answers),
 * `unreadable` (its class is), `vmd ADDRESS` (what makes its domain), `VFs ENABLED/TOTAL`, `unassigned BAR MIB` (a
 * window without an address), or a use as `KIND: DETAIL`. A deeper indentation puts it behind the bridge above.
 */
export function parseDevices(text: string): Part[] {
  const above: { indent: number; address: string }[] = [];
  return linesOf(text).map(({ indent, fields }) => {
    while ((above.at(-1)?.indent ?? -1) >= indent) above.pop();
    const part = parsePart(fields, above.at(-1)?.address ?? null);
    above.push({ indent, address: part.address });
    return part;
  });
}

/** The expectations of a layout: `ADDRESS STATUS CODES | BECAUSE`, then `gets ADDRESSES` and `binds ADDRESSES`. */
export function parseExpectations(text: string): Expectation[] {
  return linesOf(text).map(({ fields: [verdict = "", because = "", ...needs] }) => {
    const [at = "", status = "", ...codes] = verdict.split(/\s+/);
    return {
      address: fullAddress(at),
      status: oneOf(verdictStatuses, status),
      codes: codes.map((code) => oneOf(reasonCodes, code)),
      because,
      guestGets: addressesAfter("gets", needs),
      mustBeBound: addressesAfter("binds", needs),
    };
  });
}

function linesOf(text: string): { indent: number; fields: string[] }[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => ({ indent: line.search(/\S/), fields: line.trim().split(/\s+\|\s+/) }));
}

function parsePart([first = "", ...facts]: readonly string[], parent: string | null): Part {
  const [at = "", word = "", id = "", ...name] = first.split(/\s+/);
  const is = oneOf(Object.keys(classCodes) as ClassWord[], word);
  let part: Part = {
    address: fullAddress(at),
    is,
    id,
    name: name.join(" "),
    parent,
    driver: null,
    group: null,
    bootVga: is === "vga" ? false : null,
    resetMethods: ["bus"],
    hasRom: is === "vga",
    slot: null,
    physicalFunction: null,
    virtualFunctions: null,
    silent: false,
    domainController: null,
    unassigned: [],
    unreadable: false,
    uses: [],
  };
  for (const fact of facts) part = { ...part, ...parseFact(fact, part) };
  return part;
}

function parseFact(fact: string, part: Part): Partial<Part> {
  const [word = "", ...rest] = fact.split(" ");
  const text = rest.join(" ");
  if (word.endsWith(":")) return { uses: [...part.uses, parseUse(word.slice(0, -1), text)] };
  const parse = factWords[word];
  if (parse === undefined) throw new Error(`${part.address}: what is "${fact}"?`);
  return parse(text);
}

const factWords: Readonly<Record<string, (text: string) => Partial<Part>>> = {
  on: (driver) => ({ driver }),
  group: (id) => ({ group: Number(id) }),
  boot: () => ({ bootVga: true }),
  reset: (methods) => ({ resetMethods: methods.split(" ").filter((method) => method !== "none") }),
  rom: () => ({ hasRom: true }),
  no: () => ({ hasRom: false }),
  slot: (slot) => ({ slot }),
  of: (at) => ({ physicalFunction: fullAddress(at) }),
  silent: () => ({ silent: true }),
  unreadable: () => ({ unreadable: true }),
  vmd: (at) => ({ domainController: fullAddress(at) }),
  unassigned: (text) => {
    const [index = 0, mebibytes = 0] = text.split(" ").map(Number);
    const bytes = mebibytes * 1024 ** 2;
    return { unassigned: [{ index, bytes, space: "memory", prefetchable: true, unassigned: true }] };
  },
  VFs: (text) => {
    const [enabled, total] = text.split("/").map(Number);
    return { virtualFunctions: { enabled: enabled ?? 0, total: total ?? 0 } };
  },
};

function parseUse(kind: string, detail: string): DeviceUse {
  return deviceUseSchema.parse({ kind, detail });
}

function addressesAfter(word: string, needs: readonly string[]): string[] | null {
  const found = needs.find((need) => need.split(" ")[0] === word);
  return found === undefined ? null : found.split(/\s+/).slice(1).map(fullAddress);
}

function oneOf<Word extends string>(words: readonly Word[], text: string): Word {
  const found = words.find((word) => word === text);
  if (found === undefined) throw new Error(`"${text}" is none of ${words.join(", ")}`);
  return found;
}
