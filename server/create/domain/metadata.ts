import type { ElementPlan } from "../../xml/build-xml";
import type { VmSpecification } from "../vm-specification.schema";

const osinfoNamespace = "http://libosinfo.org/xmlns/libvirt/domain/1.0";

/** `<name>`, `<title>` and the note of the operating system that virt-manager and others read as well. */
export function identityPlans({ name, title, operatingSystem }: VmSpecification): ElementPlan[] {
  const plans: ElementPlan[] = [{ name: "name", text: name }];
  if (title !== null && title !== "") plans.push({ name: "title", text: title });
  if (operatingSystem !== null) plans.push({ name: "metadata", children: [osinfoPlan(operatingSystem)] });
  return plans;
}

function osinfoPlan(id: string): ElementPlan {
  return {
    name: "libosinfo:libosinfo",
    attributes: { "xmlns:libosinfo": osinfoNamespace },
    children: [{ name: "libosinfo:os", attributes: { id } }],
  };
}
