import type { BootLoader } from "../../../host/boot/boot-setup";
import type { LineChange } from "../../kernel-line/line-change";
import { Refused } from "../../refused";
import type { TrialHost } from "../trial-host";
import type { TrialEntry } from "../trial-plan";

/** Why a loader can't start something once, and what comes nearest to it. */
const reasons: Readonly<Partial<Record<BootLoader, readonly [reason: string, instead: string]>>> = {
  limine: [
    "Limine starts nothing once by itself.",
    "Apply it without a trial: a second entry with the old words is the way back.",
  ],
  syslinux: [
    "syslinux can note what to start once only where it was installed as extlinux.",
    "Apply it without a trial: a second LABEL with the old words is the way back.",
  ],
  lilo: [
    "LILO can start a label once (lilo -R), but Passdeck can't write one for it.",
    "Apply it without a trial.",
  ],
};

const deployment = [
  "rpm-ostree makes a new deployment of a changed line, which is what the host then starts by.",
  "Apply it without a trial: the deployment that runs now stays in the boot menu, and `rpm-ostree rollback` makes it the first again.",
] as const;

/** For loaders that can't start an entry once. @throws Refused always, with what can be done instead. */
export function refuseTrial({ boot: { loader, line } }: TrialHost): TrialEntry {
  const [reason, instead] =
    line?.format === "deployment"
      ? deployment
      : ((loader === null ? undefined : reasons[loader]) ?? [
          "Nothing tells which boot loader this host has, so that nothing can be started once by it.",
          "Apply it without a trial.",
        ]);
  throw new Refused(reason, instead);
}

export type PlanEntry = (host: TrialHost, change: LineChange, hasImage: boolean) => TrialEntry;
