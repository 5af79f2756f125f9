import type { Transport } from "@/server/host/route/host-route.schema";

/** By what a host is reached, in words. */
export const transportWords: Readonly<Record<Transport, string>> = {
  ssh: "ssh",
  tls: "TLS (its libvirt alone)",
};

/** What each gives. */
export const transportNotes: Readonly<Record<Transport, string>> = {
  ssh: "Passdeck reaches it by ssh. Nothing is installed on it.",
  tls: "Passdeck reaches its libvirt by TLS: VMs with their serial consoles, storage and networks. Its devices, files and graphical consoles take ssh.",
};
