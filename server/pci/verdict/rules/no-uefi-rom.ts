import { isGpu } from "../../device-kind.schema";
import { hasNoOutputs } from "../device-traits";
import { type Rule, reason } from "../rule";
import { named } from "../words";

/** Without a ROM a guest's firmware has no driver for the display: the screen stays black until its system is up. */
export const noUefiRom: Rule = ({ functions }, { tellsRoms }) =>
  functions
    .filter((device) => isGpu(device) && !device.hasRom && !hasNoOutputs(device))
    // Graphics on the root bus are the processor's, which keep their ROM in the machine's firmware.
    .filter(({ physicalFunction, parent }) => physicalFunction === null && (tellsRoms || parent === null))
    .map((display) => {
      const message = `${named(display)} has no ROM that can be read, so the guest's firmware can't use it: its screen stays black until the guest's driver loads.`;
      const fix = "If you need the boot screen, attach the card with a VBIOS file that has a UEFI image.";
      return reason("note", "no-uefi-rom", [display], message, fix);
    });
