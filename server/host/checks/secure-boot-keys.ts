import { missingOf2023, type SecureTemplate } from "../firmware/secure-templates";
import { type CheckSources, folderMarks } from "./check-sources";
import { there } from "./evidence";
import { type Finding, type HostCheck, passed, unknown } from "./host-check";

/** Whether VMs with Secure Boot begin with the keys that Windows' newer boot loaders are signed by. */
export const secureBootKeys: HostCheck = {
  id: "secure-boot-keys",
  group: "guests",
  title: "Secure Boot keys of 2023",
  why: "Microsoft's keys of 2011 expire in 2026. What is signed by those of 2023 alone does not start in a VM without them.",
  look: ({ files, further }: CheckSources) =>
    further.templates.length === 0 && !files.has(folderMarks.running)
      ? unknown("Not included in the host recording.")
      : judgeTemplates(further.templates),
};

/** @param templates What VMs with Secure Boot begin with, the one first that libvirt takes. */
export function judgeTemplates(templates: readonly SecureTemplate[]): Finding {
  const [first] = templates;
  if (first === undefined)
    return unknown("No firmware with Secure Boot keys was found, so there are none to look at.");
  const { path, keys } = first;
  if (keys === null)
    return unknown(
      `/${path} could not be looked into: it is not included in the host recording, or its format is none that Passdeck reads. “virt-fw-vars --input /${path} --print” shows its keys.`,
    );
  const missing = missingOf2023(keys);
  if (missing.length === 0) return passed(`New VMs with Secure Boot get them, from /${path}.`, [there(path)]);
  const other = templates.find((one) => one.keys !== null && missingOf2023(one.keys).length === 0);
  return {
    status: "warn",
    detail: `libvirt gives new VMs with Secure Boot the keys of /${path}, which lacks ${missing.join(" and ")}. VMs that exist keep the keys that they have; Windows adds those of 2023 itself by its updates.`,
    fix:
      other === undefined
        ? "Update the host's package of OVMF (edk2): versions from 2025 on have them."
        : `/${other.path} has them, and the wizard takes it for new VMs. Update the host's package of OVMF (edk2) so that other programs do as well.`,
    evidence: [there(path)],
  };
}
