import { logged } from "./boot-log";
import type { Evidence } from "./check.schema";
import type { CheckedDevice, CheckSources } from "./check-sources";
import { linesWith, onCommandLine, parametersNamed } from "./evidence";
import { further } from "./further-files";
import { type Finding, type HostCheck, lineChange, passed } from "./host-check";
import { inFirmware } from "./in-firmware";
import { addKernelParameters } from "./instructions";
import { notRead } from "./not-read";

/** Whether a screen of the firmware's still lies in the memory of a card that is meant for VMs. */
export const framebuffer: HostCheck = {
  id: "framebuffer",
  group: "cards",
  title: "Framebuffer and console",
  why: "A framebuffer or console on a card keeps its memory, so that a VM's start fails with “BAR can't reserve”.",
  look: screensHeld,
};

/** Names of what draws on the screen that the firmware set up (/proc/fb, /proc/iomem). */
const ofFirmware = /EFI VGA|VESA VGA|\bsimple\w*|BOOTFB|efifb|vesafb|efidrm/i;

function screensHeld(sources: CheckSources): Finding {
  const { first } = sources.further;
  const list = first.text(further.frameBuffers);
  if (list === null) return notRead(first, further.frameBuffers);
  const firmware = [
    ...linesWith(further.frameBuffers, list, ofFirmware),
    ...linesWith(further.ioMemory, withoutAddresses(first.text(further.ioMemory)), ofFirmware),
  ];
  const shown = linesWith(further.frameBuffers, list, /\S/);
  const boot = sources.devices.find(({ bootVga }) => bootVga === true);
  if (firmware.length === 0) {
    return passed(
      list.trim() === "" ? "No framebuffer is in use." : "No screen of the firmware's is in use.",
      shown,
    );
  }
  if (boot?.driver === "vfio-pci") return onReserved(boot, firmware, sources);
  return passed("The firmware's screen is in use, on no card that is reserved for VMs.", firmware);
}

function onReserved(boot: CheckedDevice, seen: readonly Evidence[], sources: CheckSources): Finding {
  const given = parametersNamed(sources, "video", "initcall_blacklist", "nofb");
  const isGiven = (word: string) =>
    given.some(({ text }) => text === word || text.split(/[=,]/).includes(word.split("=")[1] ?? ""));
  const isSimple = seen.some(({ text }) => /simple/i.test(text));
  const missing = parametersFor(sources.kernel, isSimple).find((word) => !isGiven(word));
  const display = inFirmware(
    sources,
    "integrated-graphics",
    "Better: have the firmware start on another display.",
  );
  return {
    status: "fail",
    detail: `The firmware's screen still holds memory of ${boot.address}, which is reserved for VMs.`,
    fix: missing === undefined ? display : `${addKernelParameters([missing], sources.setup)}\n${display}`,
    evidence: [...seen, ...onCommandLine(given), ...logged(sources.log, /can't reserve|Console: switching/i)],
    change: missing === undefined ? null : lineChange([missing]),
  };
}

/**
 * What keeps the firmware's screen off a card, the first to be tried first. Since 5.15 the generic driver of the firmware's screen has to be kept from starting; `video=efifb:off` has nothing to
 * switch off there any more (drivers/firmware/sysfb.c). Where simpledrm comes up all the same, its own driver is kept from
 * starting (siderolabs/talos 14356).
 */
function parametersFor(kernel: string, isSimple: boolean): string[] {
  const [, major = "0", minor = "0"] = /^(\d+)\.(\d+)/.exec(kernel) ?? [];
  const isOld = Number(major) < 5 || (Number(major) === 5 && Number(minor) < 15);
  if (isOld) return ["video=efifb:off"];
  const simple = isSimple ? ["initcall_blacklist=simpledrm_platform_driver_init"] : [];
  return ["initcall_blacklist=sysfb_init", ...simple];
}

/** Addresses are root's to see, and zeros to others: the names tell. */
function withoutAddresses(text: string | null): string | null {
  return text?.replace(/^\s*[0-9a-f]+-[0-9a-f]+ : /gim, "") ?? null;
}
