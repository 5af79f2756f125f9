import type { HostFiles, ReadBatch } from "../../host/host-files";
import { plainText } from "../../host/plain-text";
import { isGpu } from "../device-kind.schema";
import type { RawDevice } from "../raw-device";
import { type Owners, type UseOf, usesOf } from "./owners";

export const drmFolder = "sys/class/drm";
export const graphicsFolder = "sys/class/graphics";
export const consoleFolder = "sys/class/vtconsole";
export const frameBufferList = "proc/fb";

/** What {@link displayBatch} and {@link displayUses} need read first. */
export const displayFirstBatch = {
  texts: [frameBufferList],
  folders: [drmFolder, graphicsFolder, consoleFolder],
};

/** What {@link displayUses} needs read, once the first batch is there. */
export function displayBatch(first: HostFiles): Required<Pick<ReadBatch, "texts" | "links">> {
  const cards = first.names(drmFolder);
  const consoles = consolesOf(first);
  return {
    links: [
      ...cards.map((name) => `${drmFolder}/${name}`),
      ...frameBuffersOf(first).map((name) => `${graphicsFolder}/${name}`),
    ],
    texts: [
      ...cards.filter(isConnector).map((name) => `${drmFolder}/${name}/status`),
      ...consoles.flatMap((name) => [`${consoleFolder}/${name}/name`, `${consoleFolder}/${name}/bind`]),
    ],
  };
}

/** Screens that are plugged in, and the text console. */
export function displayUses(
  first: HostFiles,
  second: HostFiles,
  devices: readonly RawDevice[],
  owners: Owners,
): UseOf[] {
  return [...screenUses(first, second, owners), ...consoleUses(first, second, devices, owners)];
}

/** "card0-HDMI-A-1": a socket of a graphics card. */
export function isConnector(name: string): boolean {
  return /^card\d+-/.test(name);
}

function screenUses(first: HostFiles, second: HostFiles, owners: Owners): UseOf[] {
  return first
    .names(drmFolder)
    .filter((name) => isConnector(name) && second.word(`${drmFolder}/${name}/status`) === "connected")
    .flatMap((name) => {
      const dash = name.indexOf("-");
      const detail = `a screen at ${plainText(name.slice(dash + 1))} of ${name.slice(0, dash)}`;
      return usesOf(owners.of(second.link(`${drmFolder}/${name}`)), "screen", detail);
    });
}

/**
 * The text console draws on the first frame buffer, or in VGA's text mode on the card that the firmware chose. A frame
 * buffer that the firmware set up is used even without a console: it keeps the card's memory from other drivers.
 */
function consoleUses(
  first: HostFiles,
  second: HostFiles,
  devices: readonly RawDevice[],
  owners: Owners,
): UseOf[] {
  const bootDisplays = firmwareDisplays(devices).map(({ address }) => address);
  const titles = frameBufferTitles(first.text(frameBufferList) ?? "");
  const bound = boundConsoles(first, second);
  const frameBuffers = frameBuffersOf(first).flatMap((name, index): UseOf[] => {
    const link = second.link(`${graphicsFolder}/${name}`);
    const title = titles.get(name) ?? "";
    const hasConsole = index === 0 && bound.some((console) => console.includes("frame buffer"));
    if (!hasConsole && !isOfFirmware(link, title)) return [];
    const holders = owners.of(link);
    const what = hasConsole ? "the text console is on" : "the firmware's screen is still held by";
    const detail = `${what} ${name}${title === "" ? "" : ` (${title})`}`;
    return usesOf(holders.length > 0 ? holders : bootDisplays, "console", detail);
  });
  const isTextMode = bound.some((console) => console.includes("VGA+"));
  return [
    ...frameBuffers,
    ...(isTextMode ? usesOf(bootDisplays, "console", "the text console is on it, in VGA's text mode") : []),
  ];
}

/**
 * The displays that the firmware's screen may be on: the one that the kernel names or, where it names none (it does so of
 * VGA devices alone, and not on Arm), every one that can have a screen.
 */
function firmwareDisplays(devices: readonly RawDevice[]): RawDevice[] {
  const displays = devices.filter(
    (device) => isGpu(device) && device.physicalFunction === null && !device.class.startsWith("0302"),
  );
  const named = displays.filter(({ bootVga }) => bootVga === true);
  return named.length > 0 ? named : displays;
}

function isOfFirmware(link: string | null, title: string): boolean {
  return /^(EFI VGA|VESA VGA|simple)/i.test(title) || /(efi|vesa|simple)-framebuffer/.test(link ?? "");
}

function boundConsoles(first: HostFiles, second: HostFiles): string[] {
  return consolesOf(first)
    .filter((name) => second.word(`${consoleFolder}/${name}/bind`) === "1")
    .map((name) => second.word(`${consoleFolder}/${name}/name`) ?? "");
}

export function consolesOf(first: HostFiles): string[] {
  return first.names(consoleFolder).filter((name) => /^vtcon\d+$/.test(name));
}

/** By number, so that the first is the one that the console is on. */
export function frameBuffersOf(first: HostFiles): string[] {
  const numbers = first.names(graphicsFolder).flatMap((name) => /^fb(\d{1,4})$/.exec(name)?.[1] ?? []);
  return numbers.sort((left, right) => Number(left) - Number(right)).map((number) => `fb${number}`);
}

/** /proc/fb has lines of "0 i915drmfb". */
function frameBufferTitles(list: string): Map<string, string> {
  return new Map(
    list.split("\n").flatMap((line): [string, string][] => {
      const match = /^(\d{1,4}) (.+)$/.exec(line.trim());
      return match?.[2] === undefined ? [] : [[`fb${match[1]}`, plainText(match[2])]];
    }),
  );
}
