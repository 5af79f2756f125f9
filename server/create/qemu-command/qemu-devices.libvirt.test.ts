import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import * as z from "zod";
import { importQemuCommand } from "../import-qemu-command";

const program = "qemu-system-x86_64";

/** QEMU without a machine answers what it has (QMP: qom-list-types, device-list-properties). */
function askQemu(commands: readonly object[]): unknown[] {
  const lines = [{ execute: "qmp_capabilities" }, ...commands, { execute: "quit" }];
  const answer = execFileSync(
    program,
    ["-machine", "none", "-nodefaults", "-display", "none", "-qmp", "stdio"],
    {
      input: lines.map((line) => JSON.stringify(line)).join("\n"),
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    },
  );
  const answers = answer.trim().split("\n").slice(2);
  return answers.map((line) => JSON.parse(line)).filter((one) => "return" in one || "error" in one);
}

const returned = z.object({ return: z.array(z.object({ name: z.string() })) });
const names = (answer: unknown) => {
  const parsed = returned.safeParse(answer);
  return parsed.success ? parsed.data.return.map(({ name }) => name) : [];
};

// Those that draw with the host's GPU end QEMU where their module is not installed.
const types = names(
  askQemu([{ execute: "qom-list-types", arguments: { implements: "device", abstract: false } }])[0],
).filter((type) => !/-gl(-|$)/.test(type));
const propertiesOf = askQemu(
  types.map((typename) => ({ execute: "device-list-properties", arguments: { typename } })),
);

/** Backends for whichever device it is. */
const backends = [
  "-drive if=none,id=b,file=/a.raw,format=raw",
  "-netdev bridge,id=b,br=br0",
  "-chardev pty,id=b",
  "-fsdev local,id=b,path=/a,security_model=none",
  "-object memory-backend-file,id=b,size=1M,mem-path=/dev/shm/b,share=on",
  "-tpmdev emulator,id=b,chardev=b",
].join(" ");
/** What a device of the kind can't do without, by the property that names it. */
const needs = {
  drive: "b",
  netdev: "b",
  chardev: "b",
  fsdev: "b",
  tpmdev: "b",
  memdev: "b",
  host: "01:00.0",
};

/** They say how a device is called and that it has functions beside it, which its place and the card tell. */
const nameless = new Set(["id", "multifunction"]);
/** Where libvirt puts the bridges and controllers that it adds itself. */
const controller =
  /bridge|root-port|3130|ioh3420|-usb-|xhci|ehci|ohci|ahci|virtio-scsi|virtio-serial|usb-hub/;
const places = /^(addr|bus|port|ports|chassis|chassis[_-]nr|slot|p2|p3|max_ports|masterbus|firstport)$/;

test("every property of each of QEMU's devices is kept or told", () => {
  expect(types.length).toBeGreaterThan(150);
  const lost: string[] = [];
  let tried = 0;
  for (const [place, type] of types.entries()) {
    const properties = names(propertiesOf[place]);
    const given = Object.entries(needs).filter(([name]) => properties.includes(name));
    const base = [
      `${program} -nodefaults ${backends} -device ${type}`,
      ...given.map((pair) => pair.join("=")),
    ].join();
    const before = told(base);
    for (const property of properties) {
      if (nameless.has(property) || (controller.test(type) && places.test(property))) continue;
      tried += 1;
      if (told(`${base},${property}=7`) === before) lost.push(`${type},${property}=7`);
    }
  }
  expect(tried).toBeGreaterThan(2_000);
  expect(lost).toEqual([]);
});

/** What comes of a command; of notes their reasons, as the argument has everything in it. */
function told(command: string): string {
  const { specification, notes } = importQemuCommand(command);
  const reasons = notes.map(({ argument, reason }) =>
    // By this note nothing of an unknown device is lost.
    reason.includes("can't import the device") ? argument : reason,
  );
  return JSON.stringify([specification, reasons]);
}

test("QEMU's options are known with and without a value", () => {
  const help = execFileSync(program, ["-help"], { encoding: "utf8" });
  const flags = [...help.matchAll(/^-{1,2}([a-z][\w-]*)(?:\s{2,}(?!\S+\s{2,})\S|\s*$)/gim)].map(
    ([, name = ""]) => name,
  );
  expect(flags.length).toBeGreaterThan(15);
  for (const name of new Set(flags)) {
    expect([name, importQemuCommand(`${program} -${name} -name behind`).specification.name]).toEqual([
      name,
      "behind",
    ]);
  }
});
