import { distributionFields } from "./os-release";

/** Distributions that are told the same things. */
export type DistributionFamily =
  | "debian"
  | "proxmox"
  | "fedora"
  | "arch"
  | "suse"
  | "nixos"
  | "pop"
  | "gentoo"
  | "alpine"
  | "unraid";

/** A product that is told by its own files, as its os-release is that of what it was made of. */
export type Product = "proxmox" | "unraid";

const families: readonly (readonly [RegExp, DistributionFamily])[] = [
  [/\b(pve|proxmox)\b/i, "proxmox"],
  [/\bpop\b/i, "pop"],
  [/\bnixos\b/i, "nixos"],
  [/\b(arch|manjaro|endeavouros|cachyos|artix)\b/i, "arch"],
  [/\b(fedora|rhel|rhcos|scos|centos|rocky|almalinux|ol|nobara|bazzite)\b|red hat/i, "fedora"],
  [/\b(sles|sled|sl-micro)\b|suse/i, "suse"],
  [/\bgentoo\b/i, "gentoo"],
  [/\balpine\b/i, "alpine"],
  [/\b(debian|ubuntu|linuxmint|mint|raspbian|devuan|kali)\b/i, "debian"],
];

/** The family by os-release's ID, then by what it is like, then by its name; null where none is known. */
export function distributionFamily(osRelease: string, product: Product | null): DistributionFamily | null {
  if (product !== null) return product;
  const fields = distributionFields(osRelease);
  for (const key of ["ID", "ID_LIKE", "PRETTY_NAME", "NAME"]) {
    const family = families.find(([pattern]) => pattern.test(fields.get(key) ?? ""))?.[1];
    if (family !== undefined) return family;
  }
  return null;
}
