import type { HostFiles } from "../../host/host-files";
import { plainText } from "../../host/plain-text";

export const slotsFolder = "sys/bus/pci/slots";

/** What {@link slotLabelsOf} needs read, once the names of the slots are known. */
export function slotBatch(names: readonly string[]): { texts: string[] } {
  return { texts: names.map(addressFile) };
}

/** The mainboard's names of its slots, by the address that each is for, without function ("0000:01:00"). */
export function slotLabelsOf(names: readonly string[], files: HostFiles): Map<string, string> {
  return new Map(
    names.flatMap((name): [string, string][] => {
      const address = files.word(addressFile(name));
      const label = plainText(name);
      return address === null || label === "" ? [] : [[address, label]];
    }),
  );
}

function addressFile(name: string): string {
  return `${slotsFolder}/${name}/address`;
}
