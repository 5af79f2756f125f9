import type { ReachKind } from "./reach.schema";

/** An element by its way from the root, of which a step may stand for any, and the attribute; "" for its text. */
type Place = readonly [way: string, attribute: string, kind: ReachKind];

/**
 * What a path is at the places of a definition where libvirt knows one (https://libvirt.org/formatdomain.html). A path at
 * any other place counts as a file: what is not known is not fine.
 */
const places: readonly Place[] = [
  ["devices/emulator", "", "program"],
  ["devices/interface/script", "path", "program"],
  ["devices/interface/downscript", "path", "program"],
  ["devices/filesystem/binary", "path", "program"],
  ["bootloader", "", "program"],
  ["devices/filesystem/source", "dir", "folder"],
  ["devices/filesystem/source", "dev", "device-node"],
  ["devices/filesystem/source", "socket", "socket"],
  ["devices/disk/source", "dir", "folder"],
  ["devices/disk/source", "dev", "device-node"],
  ["devices/disk/source", "path", "socket"],
  ["devices/disk/*/source", "dev", "device-node"],
  ["devices/disk/source/host", "socket", "socket"],
  ["devices/disk/*/source/host", "socket", "socket"],
  ["devices/disk/source/reservations/source", "path", "socket"],
  ["devices/interface/source", "path", "socket"],
  ["devices/interface/source", "dev", "device-node"],
  ["devices/interface/backend", "tap", "device-node"],
  ["devices/interface/backend", "vhost", "device-node"],
  ["devices/input/source", "dev", "device-node"],
  ["devices/input/source", "evdev", "device-node"],
  ["devices/rng/backend", "", "device-node"],
  ["devices/tpm/backend/device", "path", "device-node"],
  ["devices/hostdev/source/block", "", "device-node"],
  ["devices/hostdev/source/char", "", "device-node"],
  ["devices/graphics", "socket", "socket"],
  ["devices/graphics/listen", "socket", "socket"],
  ["devices/graphics/gl", "rendernode", "device-node"],
  ["devices/video/driver", "rendernode", "device-node"],
  ["devices/video/model/acceleration", "rendernode", "device-node"],
  ["devices/audio", "serverName", "socket"],
  ["devices/audio/input", "dev", "device-node"],
  ["devices/audio/output", "dev", "device-node"],
  ["devices/shmem/server", "path", "socket"],
  ["devices/vsock/source", "path", "socket"],
];

const byPlace = new Map(places.map(([way, attribute, kind]) => [`${way}@${attribute}`, kind]));

/** What a character device's path is, by its type (https://libvirt.org/formatdomain.html#host-interface). */
const byCharacterDevice: Readonly<Record<string, ReachKind>> = {
  unix: "socket",
  dev: "device-node",
  pipe: "file",
  file: "file",
};

/**
 * The kind of thing that a path stands for.
 * @param way Element names from below the root: "devices/serial/source".
 * @param deviceType The `type` of the device that it is within.
 */
export function kindOfPath(way: string, attribute: string, deviceType: string | null): ReachKind {
  const known = byPlace.get(`${way}@${attribute}`) ?? byPlace.get(`${anyLayer(way)}@${attribute}`);
  if (known !== undefined) return known;
  const isCharacterDevice =
    /^devices\/(serial|parallel|console|channel|redirdev|smartcard|rng\/backend)\/source$/;
  if (attribute === "path" && isCharacterDevice.test(way))
    return byCharacterDevice[deviceType ?? ""] ?? "file";
  return "file";
}

/** A disk's backing chain and mirrors, however deep, as one step. */
function anyLayer(way: string): string {
  return way.replace(/^devices\/disk(\/(?:backingStore|mirror|dataStore))+\//, "devices/disk/*/");
}
