import type { Reach, ReachKind } from "./reach.schema";

const sentences: Readonly<Record<ReachKind, (target: string) => string>> = {
  file: (target) => `The VM reads or writes ${target}, a file of the host outside its storage pools.`,
  folder: (target) => `The guest sees the folder ${target} of the host.`,
  "device-node": (target) => `The VM opens the device ${target} of the host.`,
  socket: (target) => `The VM speaks to whatever listens at the socket ${target} of the host.`,
  program: (target) => `Starting the VM runs the program ${target} on the host.`,
  "qemu-argument": (target) => `QEMU gets “${target}”, which libvirt does not check.`,
  listener: (target) => `The VM listens at ${target}, where other machines reach it.`,
  connection: (target) => `The host connects to ${target} for the VM.`,
  "host-device": (target) => `The guest gets ${target}.`,
  confinement: (target) => `QEMU runs without a part of its confinement (${target}).`,
};

/** A reach in a sentence. */
export function reachSentence({ kind, target }: Reach): string {
  return sentences[kind](target);
}
