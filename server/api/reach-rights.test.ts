import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { grantedRights } from "../access/granted-rights";
import { leastLevel, rights } from "../access/rights";
import { shareAllows } from "../access/shared-rights";
import { addedReach } from "../domain/reach/ordinary";
import { readReach } from "../domain/reach/read-reach";
import { putSerialConsole } from "../domain/serial-device";
import { addVncScreen } from "../domain/vnc-device";
import { AppError } from "../errors";
import { parseXml } from "../xml/xml";

/** What has libvirt take over a definition, or plugs a device into a VM. */
const defining =
  /(?<!function )(changeDefinition|definitions\.change|saveDefinition)\(|"domain_(define_xml|create_xml|restore|attach_device|update_device)/;

/** The acts that a module with such a call is part of; what may define more names its acts here. */
const actsOf: Readonly<Record<string, readonly string[]>> = {
  // The one way that the others take.
  "definition/change-definition.ts": [],
  "definition/save-draft.ts": ["definition.save", "definition.restore"],
  "attach/attach-kinds.ts": ["passthrough.runAttach", "passthrough.runDetach"],
  "attach/live-domain.ts": ["passthrough.runAttach", "passthrough.runDetach"],
  // As the rules say, in which no other act can name a fallback.
  "booking/change-request.ts": ["booking.setFallback"],
  "create/domain-steps.ts": ["create.run"],
  "create/own-domain.ts": ["create.run"],
  "create/start-installer.ts": ["create.run"],
  // Takes away the note that an installation was begun by.
  "create/end-installation-kind.ts": [],
  "hardware/hardware-kind.ts": ["hardware.run", "hardware.runDesktop"],
  "hardware/live-acts.ts": ["hardware.run"],
  // Plugs in what is at the ports that these have written into the definition.
  "usb/usb-ports.ts": ["hardware.run", "create.run"],
  // Puts back the definition of one that was started as it was let go of.
  "move/cold/hand-over-step.ts": ["move.run"],
  "vm/remap-devices.ts": ["vm.remapDevices"],
  // Has libvirt write words into the metadata, in a namespace that nothing but the list of VMs reads.
  "vm/label-vm.ts": ["vm.label"],
  "vm/rename.ts": ["vm.rename"],
  "vm/set-template.ts": ["create.setTemplate"],
  "vm/add-serial-console.ts": ["vm.addSerialConsole"],
  "vm/add-vnc-screen.ts": ["vm.addVncScreen"],
  // Puts back the definition that it took away.
  "vm/delete/undefine-step.ts": ["vm.delete"],
};
/** What an operator may do of it, as it adds nothing. */
const addNothing = ["vm.addSerialConsole", "vm.addVncScreen", "vm.delete", "vm.label"];
/** What carries on, or takes back, the job of any act. */
const ofJobs = ["job.finish", "job.undo"];

const kinds = Object.keys(rights) as (keyof typeof rights)[];
const levelsOf = (act: string) => kinds.flatMap((kind) => leastLevel(kind, act) ?? []);
const adding = [...Object.values(actsOf).flat(), ...ofJobs].filter((act) => !addNothing.includes(act));

describe("what may have a VM reach more of its host", () => {
  test("is the work of known acts alone", () => {
    const folder = new URL("../work", import.meta.url).pathname;
    const found = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !/\.(test|test-data)\.ts$|\/testing\//.test(file))
      .filter((file) => defining.test(readFileSync(join(folder, file), "utf8")));
    expect(found.sort()).toEqual(Object.keys(actsOf).sort());
  });

  test.each([...new Set(adding)])("%s is an administrator's, whatever it is done to", (act) => {
    expect(new Set(levelsOf(act))).toEqual(new Set(["admin"]));
  });

  // A name reaches nothing of the host.
  test.each([...new Set(adding)].filter((act) => act !== "vm.rename"))(
    "%s is nothing that a share of a VM allows",
    (act) => {
      expect(kinds.filter((kind) => shareAllows("owner", kind, act))).toEqual([]);
    },
  );

  test("is nothing that a grant allows but to make a VM, which is held to a list of its own", () => {
    const granted = Object.values(grantedRights).flatMap((acts) => Object.keys(acts));
    expect(granted.filter((act) => adding.some((one) => one === act))).toEqual(["create.run"]);
  });

  const devices = [
    "<graphics type='spice' listen='0.0.0.0'/>",
    "<graphics type='spice'><listen type='socket' socket='/run/spice'/></graphics>",
    "<video><model type='none'/></video>",
    "<input type='evdev'><source dev='/dev/input/event3'/></input>",
    "<input type='tablet' bus='usb'/>",
    "<controller type='usb' model='none'/>",
    "<console type='file'><source path='/etc/cron.d/x'/></console>",
    "<channel type='unix'><source path='/run/x'/></channel>",
    "<disk type='file'><source file='/srv/a'/></disk>",
  ];
  const definitions = fc
    .tuple(fc.constantFrom("x86_64", "aarch64"), fc.subarray(devices))
    .map(
      ([arch, some]) => `<domain><os><type arch='${arch}'/></os><devices>${some.join("")}</devices></domain>`,
    );
  test.each([
    ["a serial console", putSerialConsole],
    ["a VNC screen", addVncScreen],
  ])("is not %s", (_, edit) => {
    fc.assert(
      fc.property(definitions, (xml) => {
        const document = parseXml(xml);
        try {
          edit(document);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
        }
        expect(addedReach(readReach(parseXml(xml)), readReach(document))).toEqual([]);
      }),
    );
  });
});
