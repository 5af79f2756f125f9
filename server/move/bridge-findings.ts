import type { InterfaceDefinition } from "../domain/definition";
import type { MoveFinding } from "./move-finding.schema";

/** A bridge or an interface of the host, in the definition's words. */
const ofHost = /^(bridge|direct) (.+)$/;

/** Whether it is connected to what its host has under that name. */
export function isOnBridge({ source }: InterfaceDefinition): boolean {
  return ofHost.test(source);
}

/** Bridges of the source that the target lacks. @param there null where they can't be looked at. */
export function bridgeFindings(
  interfaces: readonly InterfaceDefinition[],
  there: readonly { name: string }[] | null,
  host: string,
): MoveFinding[] {
  if (there === null) return [];
  return interfaces.flatMap(({ source }) => {
    const [, kind, name] = ofHost.exec(source) ?? [];
    if (kind === undefined || there.some((one) => one.name === name)) return [];
    const message = `${host} has no ${kind === "bridge" ? "bridge" : "interface"} ${name}.`;
    const fix =
      kind === "bridge"
        ? "Make a bridge of that name there."
        : "Connect the VM to a network that both hosts have.";
    return [{ weight: "fail", message, fix }];
  });
}
