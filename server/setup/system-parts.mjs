import { existsSync } from "node:fs";
import { distributionFamily } from "./distribution.mjs";
import { findProgram } from "./find-program.mjs";

/**
 * @typedef {object} SystemPart something that no npm package brings
 * @property {string} purpose what Passdeck wants it for
 * @property {boolean} [essential] whether no VM runs without it
 * @property {() => boolean} isPresent by its files: asking the package manager would take a second
 * @property {Record<import("./distribution.mjs").Family, string[]>} packages
 */

const isArm = process.arch === "arm64";
const multiarch = isArm ? "aarch64-linux-gnu" : "x86_64-linux-gnu";
const emulator = isArm ? "qemu-system-aarch64" : "qemu-system-x86_64";

/** @param {...string} names */
const anyProgram =
  (...names) =>
  () =>
    names.some((name) => findProgram(name) !== null);
/** @param {...string} paths */
const anyFile =
  (...paths) =>
  () =>
    paths.some((path) => existsSync(path));

/** @type {readonly SystemPart[]} */
export const systemParts = [
  {
    purpose: "libvirt's daemon",
    essential: true,
    isPresent: () => anyProgram("libvirtd", "virtqemud")() && existsSync("/etc/libvirt"),
    packages: {
      debian: ["libvirt-daemon-system"],
      fedora: ["libvirt-daemon", "libvirt-daemon-config-network"],
      arch: ["libvirt"],
      suse: ["libvirt-daemon"],
    },
  },
  {
    purpose: "libvirt's driver for QEMU",
    essential: true,
    isPresent: anyFile(
      `/usr/lib/${multiarch}/libvirt/connection-driver/libvirt_driver_qemu.so`,
      "/usr/lib64/libvirt/connection-driver/libvirt_driver_qemu.so",
      "/usr/lib/libvirt/connection-driver/libvirt_driver_qemu.so",
    ),
    packages: {
      debian: ["libvirt-daemon-driver-qemu"],
      fedora: ["libvirt-daemon-kvm"],
      arch: ["libvirt"],
      suse: ["libvirt-daemon-qemu"],
    },
  },
  {
    purpose: "virsh, for what is done beside Passdeck",
    isPresent: anyProgram("virsh"),
    packages: {
      debian: ["libvirt-clients"],
      fedora: ["libvirt-client"],
      arch: ["libvirt"],
      suse: ["libvirt-client"],
    },
  },
  {
    purpose: "QEMU, which runs the VMs",
    essential: true,
    isPresent: () => anyProgram(emulator, "qemu-kvm")() || existsSync("/usr/libexec/qemu-kvm"),
    packages: {
      debian: [isArm ? "qemu-system-arm" : "qemu-system-x86"],
      fedora: ["qemu-kvm"],
      arch: ["qemu-base"],
      suse: [isArm ? "qemu-arm" : "qemu-x86"],
    },
  },
  {
    purpose: "qemu-img, for disks",
    essential: true,
    isPresent: anyProgram("qemu-img"),
    packages: { debian: ["qemu-utils"], fedora: ["qemu-img"], arch: ["qemu-img"], suse: ["qemu-tools"] },
  },
  {
    purpose: "UEFI firmware for VMs",
    isPresent: anyFile("/usr/share/OVMF", "/usr/share/AAVMF", "/usr/share/edk2", "/usr/share/qemu/firmware"),
    packages: {
      debian: [isArm ? "qemu-efi-aarch64" : "ovmf"],
      fedora: [isArm ? "edk2-aarch64" : "edk2-ovmf"],
      arch: [isArm ? "edk2-aarch64" : "edk2-ovmf"],
      suse: [isArm ? "qemu-uefi-aarch64" : "qemu-ovmf-x86_64"],
    },
  },
  {
    purpose: "addresses for VMs on libvirt's networks",
    isPresent: anyProgram("dnsmasq"),
    packages: { debian: ["dnsmasq-base"], fedora: ["dnsmasq"], arch: ["dnsmasq"], suse: ["dnsmasq"] },
  },
  {
    purpose: "the firewall rules of libvirt's networks",
    isPresent: anyProgram("iptables"),
    packages: { debian: ["iptables"], fedora: ["iptables-nft"], arch: ["iptables"], suse: ["iptables"] },
  },
  {
    purpose: "the disc that tells a new VM its name and users",
    isPresent: anyProgram("genisoimage", "mkisofs", "xorrisofs"),
    packages: { debian: ["genisoimage"], fedora: ["genisoimage"], arch: ["libisoburn"], suse: ["mkisofs"] },
  },
  {
    purpose: "connections to other hosts",
    isPresent: () => anyProgram("ssh")() && anyProgram("ssh-agent")(),
    packages: {
      debian: ["openssh-client"],
      fedora: ["openssh-clients"],
      arch: ["openssh"],
      suse: ["openssh-clients"],
    },
  },
  {
    purpose: "signatures of the image catalogue's publishers",
    isPresent: anyProgram("gpgv"),
    packages: { debian: ["gpgv"], fedora: ["gnupg2"], arch: ["gnupg"], suse: ["gpg2"] },
  },
  {
    purpose: "images that their publishers compress",
    isPresent: anyProgram("xz"),
    packages: { debian: ["xz-utils"], fedora: ["xz"], arch: ["xz"], suse: ["xz"] },
  },
  {
    purpose: "TPMs for VMs, which Windows 11 asks for",
    // libvirt wants the emulator and the program that furnishes its state.
    isPresent: () => anyProgram("swtpm")() && anyProgram("swtpm_setup")(),
    packages: {
      debian: ["swtpm", "swtpm-tools"],
      fedora: ["swtpm", "swtpm-tools"],
      arch: ["swtpm"],
      suse: ["swtpm"],
    },
  },
];

/** What only `npm test` wants: a browser, tools that take a Debian kernel apart, and what the labs are built with. */
export const testParts = [
  {
    purpose: "the browser of the tests, without a window",
    // Elsewhere the benchmarks' browser serves the tests, too.
    isPresent: () => distributionFamily() !== "debian" || existsSync("/usr/bin/chromium-headless-shell"),
    packages: { debian: ["chromium-headless-shell"], fedora: [], arch: [], suse: [] },
  },
  {
    purpose: "the network of a host in a namespace, which bridges are made on",
    // Only Debian and its kin have it.
    isPresent: () =>
      distributionFamily() !== "debian" ||
      (anyProgram("ifup")() &&
        anyFile("/usr/lib/bridge-utils/ifupdown.sh", "/lib/bridge-utils/ifupdown.sh")()),
    packages: { debian: ["ifupdown", "bridge-utils"], fedora: [], arch: [], suse: [] },
  },
  {
    purpose: "NetworkManager, which bridges are made by in a namespace",
    isPresent: anyProgram("NetworkManager"),
    packages: {
      debian: ["network-manager"],
      fedora: ["NetworkManager"],
      arch: ["networkmanager"],
      suse: ["NetworkManager"],
    },
  },
  {
    purpose: "the exporter whose metrics Passdeck's are compared with",
    // Only Debian and its kin have it.
    isPresent: () => distributionFamily() !== "debian" || anyProgram("prometheus-libvirt-exporter")(),
    packages: { debian: ["prometheus-libvirt-exporter"], fedora: [], arch: [], suse: [] },
  },
  {
    purpose: "the LDAP directory that people sign in by in a test",
    isPresent: anyProgram("slapd"),
    packages: {
      debian: ["slapd"],
      fedora: ["openldap-servers"],
      arch: ["openldap"],
      suse: ["openldap2"],
    },
  },
  {
    purpose: "the reverse proxies of docs/reverse-proxy",
    isPresent: () =>
      ["nginx", "caddy"].every((name) => anyProgram(name)()) && anyProgram("apache2", "httpd")(),
    packages: {
      debian: ["nginx-light", "caddy", "apache2-bin"],
      fedora: ["nginx-core", "caddy", "httpd-core", "mod_ssl"],
      arch: ["nginx", "caddy", "apache"],
      suse: ["nginx", "caddy", "apache2"],
    },
  },
  {
    purpose: "an sshd of the tests' own, and what passes bytes on where it forwards no sockets",
    isPresent: () => existsSync("/usr/sbin/sshd") && anyProgram("nc")(),
    packages: {
      debian: ["openssh-server", "netcat-openbsd"],
      fedora: ["openssh-server", "netcat"],
      arch: ["openssh", "openbsd-netcat"],
      suse: ["openssh-server", "netcat-openbsd"],
    },
  },
  {
    purpose: "virt-install and virt-xml, which work beside Passdeck",
    isPresent: anyProgram("virt-install"),
    packages: {
      debian: ["virtinst"],
      fedora: ["virt-install"],
      arch: ["virt-install"],
      suse: ["virt-install"],
    },
  },
  {
    purpose: "the tools that Debian's packages are made with",
    // Only Debian and its kin have them.
    isPresent: () => distributionFamily() !== "debian" || anyProgram("dpkg-shlibdeps")(),
    packages: { debian: ["dpkg-dev"], fedora: [], arch: [], suse: [] },
  },
  {
    purpose: "PostgreSQL, which the database may be on",
    isPresent: anyFile("/usr/lib/postgresql", "/usr/bin/initdb"),
    packages: {
      debian: ["postgresql"],
      fedora: ["postgresql-server"],
      arch: ["postgresql"],
      suse: ["postgresql-server"],
    },
  },
  {
    purpose: "netplan, which reads back what is written for it",
    isPresent: anyProgram("netplan"),
    packages: { debian: ["netplan.io"], fedora: ["netplan"], arch: ["netplan"], suse: ["netplan"] },
  },
  {
    purpose: "the browser of the benchmarks",
    isPresent: anyFile("/usr/bin/chromium"),
    packages: { debian: ["chromium"], fedora: ["chromium"], arch: ["chromium"], suse: ["chromium"] },
  },
  {
    purpose: "the Debian of the lab's emulated hosts",
    isPresent: anyProgram("mmdebstrap"),
    packages: {
      debian: ["mmdebstrap"],
      fedora: ["mmdebstrap"],
      arch: ["mmdebstrap"],
      suse: ["mmdebstrap"],
    },
  },
  {
    purpose: "the disks of the lab's emulated hosts",
    isPresent: anyProgram("mkfs.ext4"),
    packages: {
      debian: ["e2fsprogs"],
      fedora: ["e2fsprogs"],
      arch: ["e2fsprogs"],
      suse: ["e2fsprogs"],
    },
  },
  {
    purpose: "the lab's cards and its guest, which are small programs in C",
    isPresent: () => anyProgram("gcc")() && existsSync("/usr/include/dlfcn.h"),
    packages: {
      debian: ["gcc", "libc6-dev"],
      fedora: ["gcc", "glibc-devel", "glibc-static"],
      arch: ["gcc"],
      suse: ["gcc", "glibc-devel", "glibc-devel-static"],
    },
  },
  {
    purpose: "the sysfs of the fast lab, which is a file system of its own",
    isPresent: anyFile("/usr/lib/python3/dist-packages/fusepy.py"),
    packages: {
      debian: ["python3-fusepy"],
      fedora: ["python3-fusepy"],
      arch: ["python-fusepy"],
      suse: ["python3-fusepy"],
    },
  },
];
