import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addedReach, beyondOrdinary } from "../../domain/reach/ordinary";
import { readReach } from "../../domain/reach/read-reach";
import { parseXml } from "../../xml/xml";
import { buildDomain } from "../build-domain";
import { type CreateRequest, createRequestSchema } from "../create-request.schema";
import { everything } from "../everything.test-data";
import type { VmSpecificationInput } from "../vm-specification.schema";
import { readGranted } from "./beyond-grant";

/** A VM with all that a grant allows. */
const allowed: VmSpecificationInput = {
  name: "web",
  title: "A VM of a member's",
  operatingSystem: "http://debian.org/debian/12",
  firmware: { kind: "uefi", secureBoot: true },
  tpm: {},
  cpu: { cores: 4 },
  features: everything.features,
  clock: everything.clock,
  disks: [
    {
      source: {
        kind: "new-volume",
        pool: "disks",
        volume: "web.qcow2",
        bytes: 2 ** 30,
        copyOf: { pool: "images", volume: "cloud.qcow2" },
      },
      iothread: 1,
      serial: "abc",
      discard: "unmap",
      bootOrder: 1,
    },
  ],
  opticalDrives: [
    { source: { kind: "volume", pool: "images", volume: "debian.iso" }, bootOrder: 2 },
    { source: null },
  ],
  networks: [{ source: { kind: "network", network: "lab" }, mac: "52:54:00:00:00:01" }],
  namedDevices: ["any card"],
  sound: "ich9",
  watchdog: {},
};

const requestOf = (specification: VmSpecificationInput): CreateRequest =>
  createRequestSchema.parse({
    source: {
      kind: "specification",
      specification,
      answers: {
        kind: "files",
        installer: "windows",
        pool: "disks",
        files: [{ name: "a.xml", content: "" }],
      },
      cloudInit: {
        kind: "files",
        pool: "disks",
        files: { "user-data": "", "meta-data": "", "network-config": null },
      },
    },
    start: true,
  });
const beyond = (request: CreateRequest) => {
  const reading = readGranted(request);
  return "beyond" in reading ? reading.beyond : [];
};

describe("a request by a grant", () => {
  test("may have what is listed, and every default", () => {
    expect(beyond(requestOf(allowed))).toEqual([]);
    expect(beyond(requestOf({ name: "web" }))).toEqual([]);
    const whole = requestOf(allowed);
    expect(readGranted(whole)).toEqual({ request: whole });
  });

  /** What reaches more of the host, one by one. */
  const refused: readonly [string, Partial<VmSpecificationInput>][] = [
    ["cpu.pins", { cpu: { pins: [{ vcpu: 0, cpus: "1" }] } }],
    ["cpu.emulatorCpus", { cpu: { emulatorCpus: "0" } }],
    ["cpu.iothreadPins", { cpu: { iothreadPins: [{ iothread: 1, cpus: "0" }] } }],
    ["memory.hugepageBytes", { memory: { hugepageBytes: 2 ** 21 } }],
    ["memory.locked", { memory: { locked: true } }],
    ["memory.numa", { memory: { numa: { mode: "strict", nodes: "0" } } }],
    ["firmware.kind", { firmware: { kind: "rom-file", path: "/etc/shadow" } }],
    ["firmware.kind", { firmware: { kind: "flash-files", code: "/a", variablesTemplate: "/etc/shadow" } }],
    ["disks.0.source.kind", { disks: [{ source: { kind: "file", path: "/etc/shadow", format: "raw" } }] }],
    ["disks.0.source.kind", { disks: [{ source: { kind: "block", path: "/dev/sda" } }] }],
    [
      "disks.0.source.kind",
      { disks: [{ source: { kind: "volume", pool: "disks", volume: "others.qcow2", format: "qcow2" } }] },
    ],
    ["disks.0.readOnly", { disks: [{ source: newDisk(), readOnly: true }] }],
    ["disks.0.iothread", { disks: [{ source: newDisk(), iothread: 64 }] }],
    ["opticalDrives.0.source.kind", { opticalDrives: [{ source: { kind: "file", path: "/etc/shadow" } }] }],
    ["networks.0.source.kind", { networks: [{ source: { kind: "bridge", bridge: "br0" } }] }],
    ["networks.0.source.kind", { networks: [{ source: { kind: "macvtap", device: "eth0" } }] }],
    [
      "networks.0.filter",
      { networks: [{ source: { kind: "network", network: "lab" }, filter: "clean-traffic" }] },
    ],
    ["cards", { cards: everything.cards }],
    ["usbDevices", { usbDevices: everything.usbDevices }],
    ["graphics.kind", { graphics: { kind: "spice" } }],
    ["graphics.listen", { graphics: { kind: "vnc", listen: "loopback" } }],
    ["graphics.gl", { graphics: { kind: "vnc", gl: true } }],
    ["sharedFolders", { sharedFolders: everything.sharedFolders }],
    ["lookingGlass", { lookingGlass: everything.lookingGlass }],
    ["hostInputs", { hostInputs: everything.hostInputs }],
    ["furtherDevices", { furtherDevices: [{ kind: "folder", values: { source: "/etc" } }] }],
  ];
  test.each(refused)("may not have %s", (place, part) => {
    const places = beyond(requestOf({ ...allowed, ...part }));
    expect(places.some((one) => one === place || one.startsWith(`${place}.`))).toBe(true);
  });

  test.each([
    ["libvirt's XML", { kind: "xml", xml: "<domain/>" }],
    ["a clone", { kind: "clone", vmId: "0d6a5e1c-0000-4000-8000-000000000001", name: "web" }],
  ])("is never %s", (_, source) => {
    expect(beyond(createRequestSchema.parse({ source }))).not.toEqual([]);
  });

  test("has no field that nobody has decided on, wherever it stands", () => {
    const whole = requestOf(allowed);
    const places = objectsIn(whole);
    expect(places.length).toBeGreaterThan(20);
    const name = fc.string({ minLength: 1 }).filter((text) => text !== "__proto__");
    fc.assert(
      fc.property(fc.constantFrom(...places), name, fc.jsonValue(), (path, field, value) => {
        const request = structuredClone(whole);
        const place = at(request, path);
        fc.pre(!Object.hasOwn(place, field));
        place[field] = value;
        expect(beyond(request)).not.toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("has a definition that reaches nothing of its host but what every VM has", () => {
    const some = fc.record(
      Object.fromEntries(Object.entries(allowed).map(([part, value]) => [part, fc.constant(value)])),
      { requiredKeys: ["name"] },
    ) as fc.Arbitrary<VmSpecificationInput>;
    const changes = fc.record({
      video: fc.constantFrom(null, "virtio", "vga", "bochs"),
      machine: fc.constantFrom("q35", "i440fx"),
      domainType: fc.constantFrom("automatic", "qemu"),
      graphics: fc.constantFrom({ kind: "none" }, { kind: "vnc" }),
      tpm: fc.constantFrom(null, { model: "tpm-tis" }),
      firmware: fc.constantFrom({ kind: "bios" }, { kind: "uefi" }),
    }) as fc.Arbitrary<Partial<VmSpecificationInput>>;
    fc.assert(
      fc.property(some, changes, (vm, change) => {
        const parsed = createRequestSchema.safeParse({
          source: { kind: "specification", specification: { ...vm, ...change } },
        });
        // Not all go together.
        fc.pre(parsed.success && beyond(parsed.data).length === 0);
        const source = parsed.data?.source;
        if (source?.kind !== "specification") expect.unreachable();
        const xml = buildDomain(source.specification, { architecture: "x86_64", kvm: true });
        const reach = addedReach([], readReach(parseXml(xml)));
        const ofDevices = reach.filter(({ kind }) => kind === "host-device");
        // What a name stands for is granted by its name.
        expect(ofDevices.map(({ target }) => target)).toEqual(
          source.specification.namedDevices.map((name) => `named device ${name}`),
        );
        const rest = reach.filter((one) => !ofDevices.includes(one));
        expect(beyondOrdinary(rest, () => false)).toEqual([]);
      }),
    );
  });
});

function newDisk() {
  return { kind: "new-volume" as const, pool: "disks", volume: "web.qcow2", bytes: 2 ** 30 };
}

type Path = readonly (string | number)[];

/** The paths of all objects within a value. */
function objectsIn(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => objectsIn(item, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return [path, ...Object.entries(value).flatMap(([name, part]) => objectsIn(part, [...path, name]))];
}

function at(value: unknown, path: Path): Record<string, unknown> {
  return path.reduce((part, step) => (part as Record<string, unknown>)[step], value) as Record<
    string,
    unknown
  >;
}
