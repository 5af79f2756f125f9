import { type CheckSources, folderMarks } from "./check-sources";
import { there } from "./evidence";
import { tpmPrograms, tpmSetupPrograms } from "./further-files";
import { type Finding, type HostCheck, passed, unknown } from "./host-check";
import { install } from "./instructions";

/** Whether VMs can have a TPM. */
export const softwareTpm: HostCheck = {
  id: "swtpm",
  group: "guests",
  title: "TPM for guests (swtpm)",
  why: "Windows 11 asks for a TPM 2.0; swtpm is the one that libvirt gives to a VM.",
  look: tpmThere,
};

function tpmThere({ files, further: { first }, setup }: CheckSources): Finding {
  const [program, setupProgram] = [tpmPrograms, tpmSetupPrograms].map((paths) =>
    paths.find((path) => first.has(path)),
  );
  if (program !== undefined && setupProgram !== undefined) {
    return passed("swtpm is installed.", [there(program), there(setupProgram)]);
  }
  if (!files.has(folderMarks.running)) return unknown("Not included in the host recording.");
  const packages = {
    debian: "swtpm swtpm-tools",
    pop: "swtpm swtpm-tools",
    proxmox: "swtpm swtpm-tools",
    fedora: "swtpm swtpm-tools",
    arch: "swtpm",
    suse: "swtpm",
    gentoo: "app-crypt/swtpm",
    alpine: "swtpm",
  };
  return {
    status: "warn",
    detail:
      program === undefined
        ? "swtpm is not installed."
        : "swtpm is there, and swtpm_setup, which libvirt needs, is not.",
    fix: install(packages, "Install the distribution's package of swtpm.", setup),
    evidence: program === undefined ? [] : [there(program)],
  };
}
