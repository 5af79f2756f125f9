import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { runCommand } from "../run-command.mjs";
import { systemParts } from "../system-parts.mjs";

/** Node's names of processors, and Debian's. */
const architectures = new Map([
  ["x64", "amd64"],
  ["arm64", "arm64"],
]);

/** Debian's name of this machine's processor. */
export function debianArchitecture() {
  return architectures.get(process.arch) ?? process.arch;
}

/**
 * What a package says of itself (deb-control(5)).
 * @param {string} root holds the package's files
 * @param {string} version
 * @param {string[]} programs those of the files that are machine code, from the root
 */
export async function controlText(root, version, programs) {
  const libraries = await neededLibraries(root, programs);
  const essential = packagesOf(systemParts.filter((part) => part.essential));
  const depends = [...essential, "init-system-helpers", "systemd", libraries].join(", ");
  const recommends = packagesOf(systemParts.filter((part) => !part.essential)).join(", ");
  const bytes = filesOf(root).reduce((sum, file) => sum + statSync(join(root, file)).size, 0);
  return `Package: passdeck
Version: ${version}
Architecture: ${debianArchitecture()}
Maintainer: ${maintainer()}
Installed-Size: ${Math.ceil(bytes / 1024)}
Depends: ${depends}
Recommends: ${recommends}
Section: admin
Priority: optional
Description: dashboard for KVM hosts in the browser, made for GPU passthrough
 Passdeck shows a host's VMs as they are, live; starts, stops and manages them;
 makes new ones, edits their hardware, storage and networks; opens their serial
 and graphical consoles. It draws the host's devices and IOMMU groups, says
 which can be given to a VM, why or why not, and does it.
 .
 It speaks to libvirtd and keeps no truth of its own, so that virsh and
 virt-manager can be used beside it. It brings the Node.js that it runs on.
`;
}

/** Who answers for this package, as Debian's own tools read it: whoever makes it for others says so. */
function maintainer() {
  const { DEBFULLNAME: name = "Passdeck maintainers", DEBEMAIL: address = "maintainers@passdeck.invalid" } =
    process.env;
  return `${name} <${address}>`;
}

/**
 * @param {string} root
 * @returns {string} a line for each file, as md5sum writes it
 */
export function checksums(root) {
  const lines = filesOf(root).map((file) => {
    const sum = createHash("md5")
      .update(readFileSync(join(root, file)))
      .digest("hex");
    return `${sum}  ${file}\n`;
  });
  return lines.join("");
}

/**
 * @param {string} root
 * @returns {string[]} the package's own files, without what is about it
 */
function filesOf(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith("DEBIAN/"))
    .sort();
}

/** @param {readonly import("../system-parts.mjs").SystemPart[]} parts */
function packagesOf(parts) {
  return [...new Set(parts.flatMap(({ packages }) => packages.debian))];
}

/**
 * Which libraries machine code needs, at least of which version, as Debian's own tool tells.
 * @param {string} root
 * @param {string[]} programs
 */
async function neededLibraries(root, programs) {
  // It wants to be run beside the source of a package.
  const folder = mkdtempSync(join(tmpdir(), "passdeck-libraries-"));
  try {
    mkdirSync(join(folder, "debian"));
    writeFileSync(
      join(folder, "debian/control"),
      "Source: passdeck\n\nPackage: passdeck\nArchitecture: any\n",
    );
    const words = ["-O", "--ignore-missing-info", ...programs.map((program) => join(root, program))];
    const output = await runCommand("dpkg-shlibdeps", words, { cwd: folder });
    return /^shlibs:Depends=(.+)$/m.exec(output)?.[1] ?? "libc6";
  } finally {
    rmSync(folder, { recursive: true });
  }
}
