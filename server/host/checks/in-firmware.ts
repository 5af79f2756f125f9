import { plainText } from "../plain-text";
import { type CheckSources, paths } from "./check-sources";
import { type FirmwareSetting, firmwareMenu } from "./firmware-menus";

/**
 * What to do in the firmware's setup, with the names that the board's maker gives it.
 * @param otherwise What to do there, a sentence that fits every maker; it comes first.
 */
export function inFirmware(
  { files, cpuVendor }: CheckSources,
  setting: FirmwareSetting,
  otherwise: string,
): string {
  if (cpuVendor !== "intel" && cpuVendor !== "amd") return otherwise;
  const makers = [files.word(paths.boardMaker), files.word(paths.systemMaker)];
  const place = firmwareMenu(makers, setting, cpuVendor);
  const maker = makers.find((text) => firmwareMenu([text], setting, cpuVendor) !== null) ?? "";
  return place === null ? otherwise : `${otherwise} ${plainText(maker)} has it at ${place}.`;
}
