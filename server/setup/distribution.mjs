import { readFileSync } from "node:fs";

/** @typedef {"debian" | "fedora" | "arch" | "suse"} Family distributions that share a package manager and its names */

/**
 * The family of this machine's distribution; null where it is none that we know packages of.
 * @returns {Family | null}
 */
export function distributionFamily() {
  for (const file of ["/etc/os-release", "/usr/lib/os-release"]) {
    try {
      return familyOf(readFileSync(file, "utf8"));
    } catch {
      // The other place, then.
    }
  }
  return null;
}

/**
 * @param {string} osRelease a file as os-release(5) has it
 * @returns {Family | null}
 */
export function familyOf(osRelease) {
  const ids = [...wordsOf(osRelease, "ID"), ...wordsOf(osRelease, "ID_LIKE")];
  if (ids.some((id) => id === "debian" || id === "ubuntu")) return "debian";
  if (ids.some((id) => id === "fedora" || id === "rhel" || id === "centos")) return "fedora";
  if (ids.includes("arch")) return "arch";
  if (ids.some((id) => id.includes("suse"))) return "suse";
  return null;
}

/**
 * The command that a person types to install packages.
 * @param {Family} family
 * @param {readonly string[]} packages
 */
export function installCommand(family, packages) {
  const commands = {
    debian: "apt-get install --no-install-recommends",
    fedora: "dnf install",
    arch: "pacman -S --needed",
    suse: "zypper install",
  };
  const sudo = isRoot() ? "" : "sudo ";
  return `${sudo}${commands[family]} ${packages.join(" ")}`;
}

export function isRoot() {
  return process.getuid?.() === 0;
}

/**
 * @param {string} osRelease
 * @param {string} key
 * @returns {string[]} the words of its value
 */
function wordsOf(osRelease, key) {
  const line = osRelease.split("\n").find((text) => text.startsWith(`${key}=`)) ?? "";
  return line
    .slice(key.length + 1)
    .replaceAll(/["']/g, "")
    .split(/\s+/)
    .filter((word) => word !== "");
}
