import type { ConsoleViewer } from "../consoles";

/** Somebody who may open every console. */
export function someone(id: string, name = "ada", parts: Partial<ConsoleViewer> = {}): ConsoleViewer {
  return {
    id,
    name,
    role: "operator",
    address: "192.0.2.1",
    sharesVm: () => false,
    mayOpen: () => true,
    ...parts,
  };
}
