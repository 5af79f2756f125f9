import { inputWarnings } from "../desktop/input-warnings";
import { lookingGlassWarnings } from "../desktop/looking-glass-warnings";
import type { VmSpecification } from "../vm-specification.schema";
import type { PreflightFinding, PreflightHost } from "./preflight.schema";

/** What Looking Glass and input devices of the host take besides the definition. */
export function desktopFindings(
  { name, memory, lookingGlass, hostInputs }: VmSpecification,
  { desktop }: PreflightHost,
): PreflightFinding[] {
  const setup = { guest: null, pinning: null, hugepageBytes: null, lookingGlass, inputs: hostInputs };
  const facts = { vmName: name, memoryBytes: memory.bytes, host: desktop };
  const found = (path: string[], messages: readonly string[]) =>
    messages.map(
      (message): PreflightFinding => ({
        code: "desktop",
        weight: "warn",
        path,
        message,
        fix: "Nothing keeps the VM from being made; see to it before you use it.",
      }),
    );
  return [
    ...found(["lookingGlass"], lookingGlassWarnings(setup, facts)),
    ...found(["hostInputs", "devices"], inputWarnings(setup, facts)),
  ];
}
