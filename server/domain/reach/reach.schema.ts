import * as z from "zod";

/** What kind of thing of the host a definition reaches. */
export const reachKinds = [
  /** A file that is read or written as root or as QEMU's user. */
  "file",
  /** A folder of the host that the guest sees. */
  "folder",
  /** A block or character device by its node. */
  "device-node",
  /** A Unix socket of the host: whoever answers there is spoken to. */
  "socket",
  /** A program of the host that is run. */
  "program",
  /** What is passed to QEMU past libvirt, which checks none of it. */
  "qemu-argument",
  /** A port that other machines can reach. */
  "listener",
  /** A server that the host connects to. */
  "connection",
  /** A device that is handed to the guest. */
  "host-device",
  /** QEMU without the confinement by SELinux or AppArmor, or as another user. */
  "confinement",
] as const;

export const reachSchema = z.object({
  kind: z.enum(reachKinds),
  /** The path, the address, the argument. */
  target: z.string(),
  /** Where in the definition: "devices/serial/source@path". */
  where: z.string(),
});

export type ReachKind = (typeof reachKinds)[number];
export type Reach = z.infer<typeof reachSchema>;
