import type { BootLoader } from "../../host/boot/boot-setup";
import { changesLine, type HostChange, placed } from "../change";
import type { FileStep } from "../file-step";
import type { LineChange } from "../kernel-line/line-change";
import type { ModuleStep } from "../modules/plan/draft";
import { planPrepare } from "../plan";
import { moduleStepsOf } from "../plan-host-modules";
import { Refused } from "../refused";
import { removal } from "./image/staging";
import { trialImage } from "./image/trial-image";
import { efiStubTrial, refindTrial } from "./loaders/efi-stub";
import { extlinuxTrial } from "./loaders/extlinux";
import { grubTrial } from "./loaders/grub";
import { grubEntryTrial } from "./loaders/grub-bls";
import { raspberryTrial } from "./loaders/raspberry-pi";
import { startsUnified, systemdBootTrial } from "./loaders/systemd-boot";
import { unifiedTrial } from "./loaders/unified-image";
import { type PlanEntry, refuseTrial } from "./loaders/without-trial";
import type { TrialHost } from "./trial-host";
import { plainReboot, type TrialPlan } from "./trial-plan";

const byLoader: Readonly<Partial<Record<BootLoader, PlanEntry>>> = {
  grub: (host, ...rest) => (host.boot.line?.format === "entries" ? grubEntryTrial : grubTrial)(host, ...rest),
  "systemd-boot": (host, ...rest) => (startsUnified(host) ? unifiedTrial : systemdBootTrial)(host, ...rest),
  extlinux: extlinuxTrial,
  "raspberry-pi": raspberryTrial,
  uki: unifiedTrial,
  efistub: efiStubTrial,
  refind: refindTrial,
};

/**
 * What it takes to try a change at the next start alone; pure. The old way stays what the host starts by: should the new
 * one hang, a reset is all that is needed. Nothing of the host's own configuration is touched.
 */
export function planTrial(host: TrialHost, change: HostChange): TrialPlan {
  try {
    // What could not be kept is not tried.
    const { refused } = planPrepare(host, change);
    if (refused !== null) return { ...nothing, refused };
    const { line, modules, target, lookingGlass, restoresStub } = placed(change, host);
    if (restoresStub)
      throw new Refused(
        "What GRUB starts by counts for every start: it can’t be tried at one.",
        "Apply it without a trial.",
      );
    if (lookingGlass)
      throw new Refused(
        "Files for Looking Glass count at once, not at a start.",
        "Apply it without a trial.",
      );
    // systemd(1): what the line names is started in place of the default.
    const once = target ? [`systemd.unit=${target}.target`] : [];
    return planned(host, { ...line, add: [...line.add, ...once] }, moduleStepsOf(host, modules, line.addIds));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return {
      ...nothing,
      refused: { reason: error.message, instead: error.instead ?? "Apply it without a trial." },
    };
  }
}

const nothing: TrialPlan = {
  steps: [],
  executable: [],
  commands: [],
  cleanUp: [],
  reboot: plainReboot,
  refused: null,
};

function planned(host: TrialHost, line: LineChange, modules: readonly ModuleStep[]): TrialPlan {
  if (!changesLine(line) && modules.length === 0) return nothing;
  const { loader, line: source } = host.boot;
  const isDeployment = source?.format === "deployment";
  const planEntry = loader === null || isDeployment ? refuseTrial : (byLoader[loader] ?? refuseTrial);
  const entry = planEntry(host, line, modules.length > 0);
  const wanted = { path: entry.imagePath, line: entry.unifiedLine ?? null };
  const image = modules.length === 0 && wanted.line === null ? null : trialImage(host, modules, wanted);
  const staged = image?.files ?? [];
  const files: FileStep[] = staged.map(({ file, text }) => ({ file, before: null, after: text }));
  return {
    steps: [...files, ...entry.steps].map((step) => ({ ...step, file: `/${step.file}` })),
    executable: staged.filter(({ executable }) => executable).map(({ file }) => `/${file}`),
    commands: [...(image?.commands ?? []), ...entry.commands],
    cleanUp: [...entry.cleanUp, ...(image === null ? [] : removal(entry.imagePath))],
    reboot: entry.reboot,
    refused: null,
  };
}
