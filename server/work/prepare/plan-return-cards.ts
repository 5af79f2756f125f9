import type { BindingAtBoot } from "../../host/modules/binding-at-boot";
import type { BindingPlan } from "../../pci/binding/binding-plan";
import { vfioDriver } from "../../pci/binding/binding-step";
import type { JudgedReport } from "../../pci/schema";
import type { Plan } from "../../plan.schema";
import { withFingerprint } from "../../plan-fingerprint";
import { type WishedChange, wishedChangeSchema } from "../../prepare/change.schema";
import { Refused } from "../../prepare/refused";
import { releaseOf } from "../../prepare/release";
import type { PlannedJob } from "./planned-job";
import { returnKindName } from "./return-kind";
import { numbered } from "./see-reservations";

interface ReturnParts {
  report: JudgedReport;
  /** Of functions of the cards. */
  addresses: readonly string[];
  /** What is reserved at the next start. */
  binding: BindingAtBoot;
  /** Plans to return devices that are reserved now. */
  planNow(addresses: string[]): BindingPlan;
  /** Plans a change of how the host starts. */
  planStart(change: WishedChange): Promise<PlannedJob>;
}

/** A return of cards, planned, and the devices that it is about. */
export interface PlannedReturn extends Omit<PlannedJob, "jobInput"> {
  jobInput: unknown;
  addresses: string[];
}

/** Plans that cards are the host's again: now, where they are reserved now, and at the next start. */
export async function planReturnCards(parts: ReturnParts): Promise<PlannedReturn> {
  const { report, addresses, binding, planNow, planStart } = parts;
  try {
    const release = releaseOf(addresses, report.devices.map(numbered), binding);
    const held = report.devices.filter(
      ({ address, driver }) => addresses.includes(address) && driver === vfioDriver,
    );
    const now = held.length === 0 ? null : planNow(held.map(({ address }) => address));
    const atStart = await planStart(wishedChangeSchema.parse(release));
    const plans = [...(now === null ? [] : [now.plan]), atStart.plan];
    return {
      plan: joined(plans),
      jobInput: { binding: now?.input ?? null, change: atStart.jobInput },
      addresses: [...new Set([...addresses, ...(now?.addresses ?? [])])],
    };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const refusal = [error.message, error.instead].filter((text) => text !== null).join(" ");
    const plan = { title: "Return to the host", kind: returnKindName, steps: [], warnings: [], refusal };
    return { plan: withFingerprint(plan, null), jobInput: null, addresses: [...addresses] };
  }
}

/** One plan of several, which is refused where one of them is. */
function joined(plans: readonly Plan[]): Plan {
  const refusal = plans.find((plan) => plan.refusal !== null)?.refusal ?? null;
  const shown = refusal === null ? plans : [];
  return withFingerprint(
    {
      title: plans[0]?.title ?? "",
      kind: returnKindName,
      steps: shown.flatMap(({ steps }) => steps),
      warnings: shown.flatMap(({ warnings }) => warnings),
      refusal,
    },
    plans.map(({ fingerprint }) => fingerprint),
  );
}
