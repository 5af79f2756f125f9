import type { ElementPlan } from "../../xml/build-xml";
import type { FirmwareSpecification } from "../specification/firmware.schema";
import type { VmSpecification } from "../vm-specification.schema";
import { architectureOf } from "./host-capabilities";

/** libvirt's names; it makes the newest version of each of them. */
const machineNames = { q35: "q35", i440fx: "pc", virt: "virt" } as const;

/** `<os>`: machine and firmware. What is booted from stands with the devices. */
export function osPlan(vm: Pick<VmSpecification, "machine" | "firmware">): ElementPlan {
  const arch = architectureOf(vm);
  const type = { name: "type", attributes: { arch, machine: machineNames[vm.machine] }, text: "hvm" };
  const automatic = vm.firmware.kind === "uefi";
  return {
    name: "os",
    ...(automatic ? { attributes: { firmware: "efi" } } : {}),
    children: [type, ...firmwarePlans(vm.firmware, arch)],
  };
}

function firmwarePlans(firmware: FirmwareSpecification, arch: string): ElementPlan[] {
  switch (firmware.kind) {
    case "bios":
      return [];
    case "uefi":
      return arch === "x86_64" ? [wantedFirmware(firmware.secureBoot)] : [];
    case "rom-file":
      return [{ name: "loader", attributes: { type: "rom" }, text: firmware.path }];
    case "flash-files":
      return [
        {
          name: "loader",
          attributes: {
            readonly: "yes",
            ...(firmware.secureBoot ? { secure: "yes" } : {}),
            type: "pflash",
          },
          text: firmware.code,
        },
        { name: "nvram", attributes: { template: firmware.variablesTemplate } },
      ];
  }
}

/**
 * Said either way: libvirt would otherwise take whichever of the installed images comes first. Secure Boot is of use only
 * with keys in it.
 */
function wantedFirmware(secureBoot: boolean): ElementPlan {
  const feature = (name: string) => ({
    name: "feature",
    attributes: { enabled: secureBoot ? "yes" : "no", name },
  });
  return { name: "firmware", children: [feature("enrolled-keys"), feature("secure-boot")] };
}
