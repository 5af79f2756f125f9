import { romStart } from "./cut-rom";
import { type ReadImages, readImages } from "./read-images";
import type { RomImage, RomProblem, RomReport } from "./rom.schema";

/** The largest ROM BAR is 16 MiB (PCI Local Bus Specification 3.0, 6.2.5.2). */
const mostBytes = 16 * 2 ** 20;

/** The card that a ROM is meant for. */
export interface RomCard {
  vendorId: string;
  deviceId: string;
}

/**
 * Reads a VBIOS file: which images it holds, for which devices, and what keeps a guest from using it.
 * @param card The card that it is to be used on; null leaves out whether it fits.
 */
export function readRom(bytes: Uint8Array, card: RomCard | null): RomReport {
  const start = romStart(bytes);
  if (start === null) return { ...about(bytes, [], card), problems: [noRom] };
  if (start > 0) return { ...about(bytes, [], card), problems: [behindHeader(start)] };
  const read = readImages(bytes, 0);
  const problems = [
    ...sizeProblems(bytes),
    ...readProblems(read),
    ...imageProblems(read.images),
    ...(card === null ? [] : cardProblems(read.images, card)),
  ];
  return { ...about(bytes, read.images, card), problems };
}

function about(bytes: Uint8Array, images: RomImage[], card: RomCard | null): Omit<RomReport, "problems"> {
  return {
    sizeBytes: bytes.length,
    images,
    hasUefi: images.some(({ kind }) => kind === "uefi"),
    fitsCard: card === null || images.length === 0 ? null : fits(images, card),
  };
}

const noRom: RomProblem = {
  code: "no-rom",
  weight: "fail",
  message: "This is no option ROM: it does not begin with 55 AA and a PCI data structure.",
  fix: "Read the ROM from the card, or take one for exactly this card.",
};

function behindHeader(start: number): RomProblem {
  return {
    code: "vendor-header",
    weight: "fail",
    message: `The ROM begins only at byte ${start}: before it is a header that no firmware reads.`,
    fix: `Cut the first ${start} bytes off, and upload it again.`,
  };
}

function sizeProblems(bytes: Uint8Array): RomProblem[] {
  if (bytes.length <= mostBytes) return [];
  const message = `The file has ${bytes.length} bytes; no ROM is larger than 16 MiB.`;
  return [{ code: "too-large", weight: "fail", message, fix: "Upload the ROM alone." }];
}

function readProblems({ images, stopped }: ReadImages): RomProblem[] {
  if (stopped === null) return [];
  const { offset, why } = stopped;
  // NVIDIA's ROMs end in data of their own, in a form that firmware does not read.
  if (why === "bad-image" && images.length > 0) return [];
  const what = why === "cut-short" ? "ends within the image that begins" : "has no readable image";
  return [
    {
      code: why,
      weight: images.length === 0 ? "fail" : "warn",
      message: `The file ${what} at byte ${offset}.`,
      fix: "Read the ROM again, in full.",
    },
  ];
}

function imageProblems(images: readonly RomImage[]): RomProblem[] {
  const problems: RomProblem[] = images
    .filter(({ checksum }) => checksum === "wrong")
    .map(({ offset }) => ({
      code: "bad-checksum",
      weight: "warn",
      message: `The checksum of the image at byte ${offset} is wrong: it was changed, or read while the card was in use.`,
      fix: "Read the ROM again while no driver holds the card. A BIOS guest won't run this image; UEFI does not look.",
    }));
  if (images.length > 0 && !images.some(({ kind }) => kind === "uefi")) {
    problems.push({
      code: "no-uefi",
      weight: "warn",
      message:
        "It has no part for UEFI: a guest with OVMF shows nothing on this card before its own driver runs.",
      fix: "Use a ROM with a UEFI part, or give the VM a BIOS (SeaBIOS).",
    });
  }
  return problems;
}

function fits(images: readonly RomImage[], { vendorId, deviceId }: RomCard): boolean {
  return images.some((image) => image.vendorId === vendorId && image.deviceIds.includes(deviceId));
}

function cardProblems(images: readonly RomImage[], card: RomCard): RomProblem[] {
  if (images.length === 0 || fits(images, card)) return [];
  const { vendorId, deviceId } = card;
  const found = [...new Set(images.map((image) => `${image.vendorId}:${image.deviceIds[0]}`))].join(", ");
  return [
    {
      code: "other-device",
      weight: "warn",
      message: `It is for ${found}, and the card is ${vendorId}:${deviceId}. Firmware passes over ROMs of other devices.`,
      fix: "Use a ROM for exactly this card.",
    },
  ];
}
