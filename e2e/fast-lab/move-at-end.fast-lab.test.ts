import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test, vi } from "vitest";
import { card, otherCard, setScene } from "./fast-lab-test";

const run = promisify(execFile);
const scene = setScene();
const hostId = "local";
const [name, fallback] = ["any RTX 3090", "any RX 6800"];
const vm = { hostId, vmId: randomUUID() };
const rules = { longestHours: 8, daysAhead: 1, atEnd: "move" as const, moveTo: fallback };

const patience = { timeout: 60_000, interval: 100 };

test("a booking's end has its VM asked to shut down, ask for the fallback, and started with a card of that, over a crash", async () => {
  const { api } = scene.passdeck;
  await api.named.add.mutate({ hostId, name, note: "", cards: [card.gpu] });
  await api.named.add.mutate({ hostId, name: fallback, note: "", cards: [otherCard.gpu] });
  await api.booking.setRules.mutate({ hostId, name, rules });
  await define();
  const booking = { ...vm, name, from: Date.now(), hours: 1, userId: null };
  const { bookingId } = await api.booking.book.mutate(booking);
  const { results } = await api.vm.act.mutate({ hostId, vmIds: [vm.vmId], action: "start" });
  expect(results).toMatchObject([{ ok: true }]);
  const before = await virsh("dumpxml", "moved", "--inactive");
  expect(await cardOf()).toBe("0x01");

  // Nothing in it heeds ACPI, so its guest's part is played; meanwhile Passdeck is gone.
  await api.booking.cancel.mutate({ hostId, bookingId });
  await vi.waitUntil(() => wasDone(/^Asked the VM to shut down/), patience);
  await scene.passdeck.kill();
  expect(await virsh("domstate", "moved")).toBe("running");
  await virsh("destroy", "moved");
  await scene.startPassdeck();

  await vi.waitUntil(async () => (await virsh("domstate", "moved")) === "running", patience);
  expect(await cardOf()).toBe("0x02");
  const after = await virsh("dumpxml", "moved", "--inactive");
  expect(after).not.toContain("<hostdev");
  expect(namesIn(before)).toEqual([name]);
  expect(namesIn(after)).toEqual([fallback]);
  expect(await wasDone(/^Had the VM ask for any RX 6800 in place of any RTX 3090/)).toBe(true);

  await virsh("destroy", "moved");
  await virsh("undefine", "moved");
});

const namesIn = (xml: string) =>
  [...xml.matchAll(/named-device name=["']([^"']*)/g)].map(([, found]) => found);

/** The bus of the card that the VM runs with. */
async function cardOf(): Promise<string | undefined> {
  const xml = await virsh("dumpxml", "moved");
  return /<hostdev[\s\S]*?<source>\s*<address[^>]*bus=['"](0x..)/.exec(xml)?.[1];
}

/** Whether the audit has an act of that title. */
async function wasDone(title: RegExp): Promise<boolean> {
  const { lines } = await scene.passdeck.api.audit.list.query({});
  return lines.some((line) => title.test(line.title) && line.outcome === "done");
}

/** Defines a VM that asks for the name, and waits until Passdeck knows of it. */
async function define(): Promise<void> {
  const file = join(tmpdir(), `${vm.vmId}.xml`);
  const os = "<os><type arch='x86_64' machine='q35'>hvm</type></os>";
  const notes = `<metadata><passdeck:vm xmlns:passdeck='urn:passdeck:vm:1'><passdeck:named-device name='${name}'/></passdeck:vm></metadata>`;
  await writeFile(
    file,
    `<domain type='qemu'><name>moved</name><uuid>${vm.vmId}</uuid>${notes}<memory unit='MiB'>32</memory>${os}<devices><emulator>${scene.lab.emulator}</emulator></devices></domain>`,
  );
  await virsh("define", file);
  await scene.passdeck.knows(vm.vmId);
}

async function virsh(...words: string[]): Promise<string> {
  return (await run("virsh", ["-q", "-c", scene.lab.libvirtd.uri, ...words])).stdout.trim();
}
