import type { BootLoader } from "../../../host/boot/boot-setup";
import type { LineChange } from "../../kernel-line/line-change";
import { Refused } from "../../refused";
import type { TrialHost } from "../trial-host";
import type { TrialEntry } from "../trial-plan";

/** Why a loader can't start something once, and what comes nearest to it. */
const reasons: Readonly<Partial<Record<BootLoader, readonly [reason: string, instead: string]>>> = {
  refind: [
    "rEFInd starts nothing once by itself.",
    "Apply it without a trial: a second line of refind_linux.conf with the old words is the way back.",
  ],
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
  uki: [
    "The firmware starts an image that holds the kernel's line and its initial RAM disk: a second one would have to be built and signed.",
    "Build it beside the first one, make an entry for it (efibootmgr --create-only), and start that once: efibootmgr --bootnext NUMBER.",
  ],
  efistub: [
    "The firmware starts the kernel by an entry of its own.",
    "Make a second one with the new line (efibootmgr --create-only --unicode '…'), and start that once: efibootmgr --bootnext NUMBER.",
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
