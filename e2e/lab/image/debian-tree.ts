import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What the emulated host is made of, besides what every Debian has. */
export const hostPackages = [
  "linux-image-amd64",
  "systemd-sysv",
  "udev",
  "dbus",
  "kmod",
  "pciutils",
  "procps",
  "iproute2",
  "util-linux",
  "busybox-static",
  "libstdc++6",
  "libvirt-daemon-system",
  "libvirt-daemon-driver-qemu",
  "libvirt-clients",
  "qemu-system-x86",
  "qemu-utils",
  "qemu-guest-agent",
  // For libvirt's own networks.
  "dnsmasq-base",
  // For the host's own network, which a bridge may be made of.
  "ifupdown",
  "bridge-utils",
  "isc-dhcp-client",
  "ovmf",
  // For the hosts that boot from their own disks.
  "dosfstools",
  "fdisk",
  "grub2-common",
  "grub-pc-bin",
  "initramfs-tools",
  "lz4",
  "systemd-boot",
];

// Nobody reads them there.
const leftOut = ["/usr/share/man/*", "/usr/share/doc/*", "/usr/share/locale/*"];

/** Makes a Debian of this machine's own release, from this machine's own package sources, in the folder `tree`. */
export async function buildDebianTree(tree: string): Promise<void> {
  const sources = await debianSources();
  const [first] = sources;
  if (first === undefined)
    throw new Error("the lab is made from Debian's packages; apt knows no source of them here");
  const options = [
    "--variant=minbase",
    `--include=${hostPackages.join(",")}`,
    '--aptopt=APT::Install-Recommends "false"',
    ...leftOut.map((pattern) => `--dpkgopt=path-exclude=${pattern}`),
  ];
  const lines = sources.map(({ uri, suite, component }) => `deb ${uri} ${suite} ${component}`);
  await run("mmdebstrap", [...options, first.codename, tree, ...lines], {
    // The lab has an initramfs of its own.
    env: { ...process.env, INITRD: "No" },
    maxBuffer: 64 * 1024 * 1024,
  });
}

interface PackageSource {
  uri: string;
  suite: string;
  component: string;
  codename: string;
}

/** Debian's entries among this machine's package sources, in apt's order: the release itself first. */
async function debianSources(): Promise<PackageSource[]> {
  const format = "$(ORIGIN) $(REPO_URI) $(RELEASE) $(COMPONENT) $(CODENAME)";
  const { stdout } = await run("apt-get", ["indextargets", "--format", format, "Created-By: Packages"]);
  return stdout
    .split("\n")
    .map((line) => line.split(" "))
    .filter(([origin]) => origin === "Debian")
    .map(([, uri = "", suite = "", component = "", codename = ""]) => ({ uri, suite, component, codename }));
}
