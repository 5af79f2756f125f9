import { domainOf } from "../../domain/edit/domain-root";
import { attributeOf, parseXml } from "../../xml/xml";
import { withoutKvm } from "./host-findings";
import type { PreflightFinding, PreflightHost } from "./preflight.schema";

/** Whether a definition that is there already asks for a KVM that the host can't give. */
export function kvmFindings(xml: string, host: PreflightHost): PreflightFinding[] {
  if (host.kvm || attributeOf(domainOf(parseXml(xml)), "type") !== "kvm") return [];
  const { why, fix } = withoutKvm(host);
  return [
    {
      code: "no-kvm",
      weight: "fail",
      path: ["xml"],
      message: `${why}, and the definition has the type “kvm”.`,
      fix: `${fix} For emulation, use the type “qemu” and the CPU mode “maximum”.`,
    },
  ];
}
