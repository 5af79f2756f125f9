import type { CardSpecification } from "../specification/host-devices.schema";
import type { VmSpecification } from "../vm-specification.schema";
import type { PreflightDevice, PreflightFinding, PreflightHost } from "./preflight.schema";

type Path = (string | number)[];

/** Cards of the host: whether they are there and free, what the verdict is, and what else their groups hold. */
export function cardFindings(
  { cards }: Pick<VmSpecification, "cards">,
  host: PreflightHost,
): PreflightFinding[] {
  const { devices } = host;
  if (devices === null) return [];
  const given = new Set(cards.flatMap(({ functions }) => functions.map(({ address }) => address)));
  return cards.flatMap((card, index) => {
    const path = ["cards", index];
    const found = card.functions.map(({ address }) => devices.find((device) => device.address === address));
    const there = found.filter((device) => device !== undefined);
    return [
      ...missingFindings(card, devices, path),
      ...there.flatMap((device) => [...useFindings(device, path), ...groupFindings(device, given, path)]),
      ...verdictFindings(there, path),
    ];
  });
}

function missingFindings(
  card: CardSpecification,
  devices: readonly PreflightDevice[],
  path: Path,
): PreflightFinding[] {
  const missing = card.functions.filter(
    ({ address }) => !devices.some((device) => device.address === address),
  );
  return missing.map(({ address, label }) => ({
    code: "device-missing",
    weight: "fail",
    path,
    message: `The host has no device ${address}${label ? ` (${label})` : ""}.`,
    fix: "Check the host's devices: a card that was moved has a new address.",
  }));
}

function useFindings({ address, label, vms }: PreflightDevice, path: Path): PreflightFinding[] {
  return vms.map(({ name, running }) => ({
    code: "device-in-use",
    weight: running ? "fail" : "warn",
    path,
    message: running
      ? `${label} (${address}) is in use by the running VM ${name}.`
      : `${label} (${address}) is also attached to the VM ${name}: only one of them can run at a time.`,
    fix: running
      ? `Shut down ${name}, or detach the card from it.`
      : `Detach the card from ${name} if both are to run.`,
  }));
}

/** What must go along: the card's own functions and whatever shares its group. */
function groupFindings(
  { address, label, companions, groupOthers }: PreflightDevice,
  given: ReadonlySet<string>,
  path: Path,
): PreflightFinding[] {
  const left = companions.filter((companion) => !given.has(companion));
  const others = groupOthers.filter((other) => !given.has(other) && !companions.includes(other));
  const findings: PreflightFinding[] = [];
  if (left.length > 0) {
    findings.push({
      code: "group",
      weight: "warn",
      path,
      message: `${label} (${address}) is selected without ${left.join(", ")} of the same card.`,
      fix: "Select all functions of the card.",
    });
  }
  if (others.length > 0) {
    findings.push({
      code: "group",
      weight: "warn",
      path,
      message: `${label} (${address}) shares its IOMMU group with ${others.join(", ")}, which the host also loses.`,
      fix: "Put the card into another slot, or reserve the others with it.",
    });
  }
  return findings;
}

/** Reasons that a card's functions share are named once. */
function verdictFindings(functions: readonly PreflightDevice[], path: Path): PreflightFinding[] {
  const findings = new Map<string, PreflightFinding>();
  for (const { address, label, verdict } of functions) {
    for (const { weight, message, fix } of verdict.reasons) {
      if (weight === "note" || findings.has(message)) continue;
      findings.set(message, {
        code: weight === "block" ? "device-blocked" : "device-risky",
        weight: weight === "block" ? "fail" : "warn",
        path,
        message: `${label} (${address}): ${message}`,
        fix: fix ?? "Choose another device.",
      });
    }
  }
  return [...findings.values()];
}
