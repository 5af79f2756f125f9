import type { ElementPlan } from "../../xml/build-xml";

/* The parts that every answer file of Windows' is made of (the unattend reference of Windows' documentation). */

/** An element of a component. */
export type Answer = ElementPlan;

export function leaf(name: string, text: string): Answer {
  return { name, text };
}

/** Items of a list, each of which is added to what Windows has. */
export function list(name: string, items: readonly (readonly Answer[])[]): Answer[] {
  return items.map((children) => ({ name, attributes: { "wcm:action": "add" }, children }));
}

/** The settings of one pass of the installation: "windowsPE", "specialize", "oobeSystem". */
export function settingsPlan(pass: string, components: readonly ElementPlan[]): ElementPlan {
  return { name: "settings", attributes: { pass }, children: components };
}

/** A component of Windows', for machines of 64 bits, which is all that virtio-win's drivers and we have in common. */
export function componentPlan(name: string, children: readonly Answer[]): ElementPlan {
  return {
    name: "component",
    attributes: {
      name,
      processorArchitecture: "amd64",
      publicKeyToken: "31bf3856ad364e35",
      language: "neutral",
      versionScope: "nonSxS",
      "xmlns:wcm": "http://schemas.microsoft.com/WMIConfig/2002/State",
    },
    children,
  };
}
