import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { patternsOfDomains } from "../../domain/changes/grammar/domain-patterns";
import type { HardwareEdit } from "../../domain/hardware/hardware-edit.schema";
import { editedText } from "./edited-text";
import { libvirtJudge } from "./libvirt-judge";
import { HardwareWorld, hostId, newDevice } from "./testing/hardware-world";
import { whyRefused } from "./why-refused";

let world: HardwareWorld;
let images: { base: string; first: string; second: string };

/** A USB 2 controller with its companions, a disk with its chain, a card in a port group, and virt-manager's SPICE. */
beforeAll(async () => {
  world = await HardwareWorld.open(await startPrivateLibvirtd(), async ({ folder, name }) => {
    images = {
      base: join(folder, "base.qcow2"),
      first: join(folder, "first.qcow2"),
      second: join(folder, "second.qcow2"),
    };
    const qemuImg = (...words: string[]) =>
      promisify(execFile)("qemu-img", ["create", "-q", "-f", "qcow2", ...words]);
    await qemuImg(images.base, "1M");
    await qemuImg("-b", images.base, "-F", "qcow2", images.first);
    await qemuImg(images.second, "1M");
    const companions = [1, 2, 3].map(
      (number) =>
        `<controller type='usb' index='0' model='ich9-uhci${number}'><master startport='${number * 2 - 2}'/></controller>`,
    );
    return `<domain type='qemu'><name>${name}</name><memory unit='MiB'>128</memory><vcpu>1</vcpu><iothreads>2</iothreads>
<os><type arch='x86_64' machine='q35'>hvm</type></os><features><acpi/></features>
<devices><controller type='usb' index='0' model='ich9-ehci1'/>${companions.join("")}
<disk type='file' device='disk'><driver name='qemu' type='qcow2' iothread='2'/><source file='${images.first}'/><backingStore type='file'><format type='qcow2'/><source file='${images.base}'/><backingStore/></backingStore><target dev='vda' bus='virtio'/></disk>
<interface type='network'><mac address='52:54:00:00:00:01'/><source network='lan' portgroup='staff'/><model type='virtio'/></interface>
<input type='tablet' bus='usb'/>
<channel type='spicevmc'><target type='virtio' name='com.redhat.spice.0'/></channel>
<graphics type='spice' autoport='yes'><listen type='none'/><image compression='off'/></graphics>
<sound model='ich9'><audio id='1'/></sound><audio id='1' type='spice'/>
<video><model type='qxl' ram='65536' vram='65536' vgamem='16384' heads='1'/></video>
<redirdev bus='usb' type='spicevmc'/><redirdev bus='usb' type='spicevmc'/></devices></domain>`;
  });
}, 180_000);

afterAll(() => world?.close());

describe("with a choice goes what belonged to it, and libvirt and QEMU take the rest", () => {
  test("SPICE becomes VNC in one step, and the plan says what goes", async () => {
    const plan = await world.done(await world.change("screen:0", { type: "vnc" }));
    expect(plan.warnings.join()).toMatch(
      /goes with it: .*com\.redhat\.spice\.0.*QXL.*redirected USB port.*<image>/,
    );
    expect(plan.steps[0]?.effect).toMatch(/^-.*<redirdev/m);
    const definition = await world.definition();
    expect(definition).not.toMatch(/spice|qxl|redirdev/);
    expect(definition).toContain("<graphics type='vnc'");
  });

  test("an image that stands alone has no chain of another one", async () => {
    const plan = await world.done(await world.change("disk:vda", { file: images.second }));
    expect(plan.warnings.join()).toContain("<backingStore>");
    const definition = await world.definition();
    expect(definition).toContain(images.second);
    expect(definition).not.toContain(images.base);
  });

  test("another network is not asked for the old one's port group", async () => {
    await world.done(await world.change("network:52:54:00:00:00:01", { network: "guests" }));
    expect(await world.definition()).toContain("<source network='guests'/>");
    await world.done(await world.change("network:52:54:00:00:00:01", { type: "user", network: null }));
    expect(await world.definition()).toContain("<interface type='user'>");
  });

  test("USB 3 has no companions, and the machine starts", async () => {
    await world.done(await world.change("controller:0", { model: "qemu-xhci" }));
    expect(await world.definition()).not.toMatch(/ich9-.hci/);
    await world.virsh("start", world.name);
    expect(await world.running()).toContain("model='qemu-xhci'");
    await world.virsh("destroy", world.name);
  });

  test("a machine of another family has buses of its own, and starts", async () => {
    await world.done(await world.change("firmware", { machine: "pc" }));
    expect(await world.definition()).not.toContain("pcie");
    await world.virsh("start", world.name);
    await world.virsh("destroy", world.name);
    await world.done(await world.change("firmware", { machine: "q35" }));
    await world.virsh("start", world.name);
    await world.virsh("destroy", world.name);
  });
});

describe("what libvirt would refuse is told before, at the field that leads to it", () => {
  async function refusal(edit: HardwareEdit): Promise<string | null> {
    const host = world.fleet.host(hostId);
    const patterns = await patternsOfDomains(host.machine.schemas.value);
    const saved = await world.definition();
    const edited = editedText(saved, edit, patterns);
    if ("refusal" in edited) throw new Error(edited.refusal);
    return whyRefused({ saved, edited: edited.xml, patterns }, edit, libvirtJudge(host));
  }

  test("of threads that a disk is served by", async () => {
    expect(await refusal(await world.change("cpu", { iothreads: "1", cache: "disable" }))).toMatch(
      /^I\/O threads: libvirt refuses it: “.*iothread.*”\.$/i,
    );
  });

  test("of a model that there is not", async () => {
    expect(await refusal(newDevice("controller", { type: "usb", model: "zhci" }))).toMatch(/^Model: libvirt/);
  });

  test("of memory that the machine has no room for", async () => {
    expect(await refusal(newDevice("memory-module"))).toMatch(/libvirt refuses it/);
  });

  test("and nothing of what it takes", async () => {
    expect(await refusal(newDevice("disk", { file: "/srv/none.qcow2" }))).toBeNull();
    expect(await refusal(await world.change("cpu", { iothreads: "3" }))).toBeNull();
  });
});
