import { logged } from "./boot-log";
import { type CheckSources, folderMarks } from "./check-sources";
import { there } from "./evidence";
import { kvmNode } from "./further-files";
import { type Finding, type HostCheck, passed, unknown } from "./host-check";

/** Whether the kernel offers KVM, and whether it answers. */
export const kvmDevice: HostCheck = {
  id: "kvm-device",
  group: "processor",
  title: "KVM",
  why: "KVM runs a VM's code on the CPU itself; device passthrough needs it.",
  look: kvmAnswers,
};

function kvmAnswers(sources: CheckSources): Finding {
  const { files, further } = sources;
  if (!files.has(kvmNode)) return nodeMissing(sources);
  const answer = further.first.opened(kvmNode);
  const evidence = [{ ...there(kvmNode), text: answer === "" ? "It opens." : "It is there." }];
  switch (answer) {
    case "":
      return passed("/dev/kvm opens.", evidence);
    case null:
      return passed(
        "/dev/kvm exists. Whether it opens was not looked at: this is a record of a host.",
        evidence,
      );
    case "EACCES":
    case "EPERM":
      return {
        ...unknown(
          "/dev/kvm exists; whether it opens was not looked at, as Passdeck's user may not open it.",
        ),
        evidence,
      };
    default:
      return {
        status: "fail",
        detail: `/dev/kvm exists but does not open (${answer}): KVM does not run.`,
        fix: `Run “modprobe ${moduleOf(sources)}”; if it fails, “dmesg | grep -i kvm” shows why.`,
        evidence,
      };
  }
}

function nodeMissing(sources: CheckSources): Finding {
  if (!sources.files.has(folderMarks.devices)) return unknown("Not included in the host recording.");
  return {
    status: "fail",
    detail: "/dev/kvm is missing, so VMs would be emulated, which is many times slower.",
    fix: `Run “modprobe ${moduleOf(sources)}”; if it fails, “dmesg | grep -i kvm” shows why.`,
    evidence: logged(sources.log, /\bkvm\b/i),
  };
}

function moduleOf({ cpuVendor }: CheckSources): string {
  return cpuVendor === "amd" ? "kvm_amd" : cpuVendor === "intel" ? "kvm_intel" : "kvm";
}
