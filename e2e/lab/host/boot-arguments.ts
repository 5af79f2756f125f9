import { directBootParameters } from "@/e2e/lab/image/kernel-parameters";
import { placeFunctions } from "@/e2e/lab/topology/placement";
import type { EmulatorOptions } from "./emulator-options";

/** QEMU's arguments for what a machine boots from, and what its first service has to know. */
export function bootArguments({ machine, images, webPort, isFirstBoot }: EmulatorOptions): string[] {
  const management = placeFunctions(machine).find(({ function: { link } }) => link === "management");
  if (management === undefined) throw new Error(`the machine ${machine.name} has no way to be reached`);
  const variables = [
    `PASSDECK_PORT=${webPort}`,
    "PASSDECK_REAUTHENTICATION_MINUTES=0",
    `LAB_MANAGEMENT_CARD=${management.address}`,
  ];
  const settings = ["-fw_cfg", `name=opt/lab/environment,string=${variables.join(" ")}`];
  if (machine.loader === null || isFirstBoot) {
    const append = directBootParameters.join(" ");
    return [...settings, "-no-reboot", "-kernel", images.kernel, "-initrd", images.initrd, "-append", append];
  }
  return [...settings, ...(machine.loader === "grub" ? [] : firmware(images.firmware))];
}

/** UEFI with variables of its own, which last as long as QEMU does. */
function firmware({ code, variables }: { code: string; variables: string }): string[] {
  const flash = (unit: number, file: string, option: string) => [
    "-drive",
    `if=pflash,format=raw,unit=${unit},file=${file},${option}`,
  ];
  return [...flash(0, code, "readonly=on"), ...flash(1, variables, "snapshot=on")];
}
