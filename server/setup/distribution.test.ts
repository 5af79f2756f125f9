import { describe, expect, test } from "vitest";
import { familyOf } from "./distribution.mjs";

describe("familyOf", () => {
  test.each([
    ["Debian", 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n', "debian"],
    ["Ubuntu", "ID=ubuntu\nID_LIKE=debian\n", "debian"],
    ["Linux Mint", 'ID=linuxmint\nID_LIKE="ubuntu debian"\n', "debian"],
    ["Fedora", "ID=fedora\n", "fedora"],
    ["Rocky Linux", 'ID="rocky"\nID_LIKE="rhel centos fedora"\n', "fedora"],
    ["Arch", "ID=arch\n", "arch"],
    ["Manjaro", "ID=manjaro\nID_LIKE=arch\n", "arch"],
    ["openSUSE", 'ID="opensuse-tumbleweed"\nID_LIKE="opensuse suse"\n', "suse"],
    ["Alpine", "ID=alpine\n", null],
    ["an empty file", "", null],
  ])("%s", (_name, osRelease, family) => {
    expect(familyOf(osRelease)).toBe(family);
  });
});
