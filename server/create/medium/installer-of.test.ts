import { expect, test } from "vitest";
import { installerOf } from "./installer-of.schema";

test.each([
  ["Debian 12.7.0 amd64 n", "preseed"],
  ["Debian testing amd64 n", "preseed"],
  ["Debian 13.1.0 arm64 1", "preseed"],
  ["d-live 12.7.0 gn amd64", null],
  ["Ubuntu-Server 24.04.1 LTS amd64", "autoinstall"],
  ["Ubuntu 24.04.1 LTS amd64", null],
  ["Fedora-S-dvd-x86_64-43", "kickstart"],
  ["Fedora-E-dvd-x86_64-43", "kickstart"],
  ["Fedora-WS-Live-43", null],
  ["RHEL-9-4-0-BaseOS-x86_64", "kickstart"],
  ["Rocky-9-4-x86_64-dvd", "kickstart"],
  ["Rocky-9-Workstation-Live", null],
  ["AlmaLinux-10-0-x86_64-dvd", "kickstart"],
  ["CentOS-Stream-9-BaseOS-x86_64", "kickstart"],
  ["CCCOMA_X64FRE_EN-US_DV9", "windows"],
  ["SSS_X64FREE_EN-US_DV9", "windows"],
  ["ARCH_202611", null],
  ["", null],
])("a CD labelled “%s” takes the answers of %s", (label, installer) => {
  expect(installerOf(label)).toBe(installer);
});
