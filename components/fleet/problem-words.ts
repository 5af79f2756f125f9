import type { HostProblemCode } from "@/server/fleet/schema";

/** What is wrong with a host, in a few words; the server's message has the rest. */
export const problemTitles: Readonly<Record<HostProblemCode, string>> = {
  "no-libvirt": "libvirt is not running on this host",
  "no-permission": "Passdeck may not use libvirt on this host",
  "wrong-uri": "The libvirt URI does not work",
  "too-old": "libvirt on this host is too old",
  "connection-lost": "This host cannot be reached now",
  refused: "libvirt could not be reached",
  unreachable: "This host cannot be reached",
  certificate: "This host’s certificate can’t be believed",
  "host-key": "This host’s key is not the accepted one",
  "sign-in": "Passdeck may not sign in to this host",
};
