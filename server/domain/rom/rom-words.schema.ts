import type { RomImage, RomReport } from "./rom.schema";

const kindWords = { legacy: "BIOS", uefi: "UEFI", other: "another system" } as const;

/** What was found in a VBIOS, a line each: "EFI image: yes". Problems are told beside. */
export function romWords({ sizeBytes, images, hasUefi, fitsCard }: RomReport): string[] {
  if (images.length === 0) return [];
  return [
    `${Math.ceil(sizeBytes / 1024)} KiB: ${images.map(imageWords).join("; ")}`,
    `EFI image: ${yesNo(hasUefi)}`,
    ...(fitsCard === null ? [] : [`For this card: ${yesNo(fitsCard)}`]),
  ];
}

function imageWords({ kind, vendorId, deviceIds }: RomImage): string {
  return `${kindWords[kind]}, for ${vendorId}:${deviceIds.join(", ")}`;
}

function yesNo(is: boolean): string {
  return is ? "yes" : "no";
}
