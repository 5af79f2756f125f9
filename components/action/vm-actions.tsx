"use client";

import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { countOf } from "@/components/formats/numbers";
import { notify } from "@/components/ui/notify";
import type { VmAction } from "@/server/domain/actions.schema";
import type { LabelChange } from "@/server/domain/labels.schema";
import type { VmSummary } from "@/server/fleet/schema";
import { actionWords } from "./action-words";
import { type Outcome, performAction, performAutostart, performLabelling } from "./perform";

const ConfirmDialog = lazy(() => import("./confirm-dialog"));
const DeleteDialog = lazy(() => import("./delete-dialog"));
const ExportDialog = lazy(() => import("./export-dialog"));
const LabelDialog = lazy(() => import("./label-dialog"));
const MoveDialog = lazy(() => import("@/components/move/move-dialog"));
const RenameDialog = lazy(() => import("./rename-dialog"));
const ResultsDialog = lazy(() => import("./results-dialog"));
const RunningActions = lazy(() => import("./running-actions"));

/** What takes longer than this is shown with how far it is; milliseconds. */
const slowMs = 1_000;

/** What can be done to VMs from anywhere below the provider. Questions and answers appear by themselves. */
export interface VmActions {
  act: (action: VmAction, vms: readonly VmSummary[]) => void;
  setAutostart: (autostart: boolean, vms: readonly VmSummary[]) => void;
  /** Asks which disks go too; `onDeleted` runs once the VM is gone. */
  remove: (vm: VmSummary, onDeleted?: () => void) => void;
  /** Asks for another name. */
  rename: (vm: VmSummary) => void;
  /** Asks for tags and a folder. */
  label: (vms: readonly VmSummary[]) => void;
  /** Asks for another host. */
  move: (vm: VmSummary) => void;
  /** Shows it in another program's format. */
  export: (vm: VmSummary) => void;
}

type Showing =
  | { kind: "confirm"; action: VmAction; vms: readonly VmSummary[] }
  | { kind: "label"; vms: readonly VmSummary[] }
  | { kind: "delete"; vm: VmSummary; onDeleted: () => void }
  | { kind: "rename" | "move" | "export"; vm: VmSummary }
  | { kind: "results"; label: string; outcomes: readonly Outcome[] };

const VmActionsContext = createContext<VmActions | null>(null);

/** Gives the pages below it the actions on VMs, with the one place where their dialogs appear. */
export function VmActionsProvider({ children }: { children: ReactNode }) {
  const [showing, setShowing] = useState<Showing | null>(null);
  const close = () => setShowing(null);

  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const [slow, setSlow] = useState(0);
  const { actions, run, label } = useMemo(
    () =>
      makeActions(
        setShowing,
        () => isHere.current,
        (change) => setSlow((count) => count + change),
      ),
    [],
  );
  return (
    <VmActionsContext value={actions}>
      {children}
      <Suspense>
        {showing?.kind === "confirm" ? (
          <ConfirmDialog
            action={showing.action}
            vms={showing.vms}
            onClose={close}
            onConfirm={() => {
              close();
              run(showing.action, showing.vms);
            }}
          />
        ) : null}
        {showing?.kind === "delete" ? (
          <DeleteDialog
            vm={showing.vm}
            onClose={close}
            onDeleted={() => {
              close();
              showing.onDeleted();
            }}
          />
        ) : null}
        {showing?.kind === "label" ? (
          <LabelDialog
            vms={showing.vms}
            onClose={close}
            onChange={(change) => {
              close();
              label(change, showing.vms);
            }}
          />
        ) : null}
        {showing?.kind === "move" ? <MoveDialog vm={showing.vm} onClose={close} /> : null}
        {showing?.kind === "export" ? <ExportDialog vm={showing.vm} onClose={close} /> : null}
        {showing?.kind === "rename" ? <RenameDialog vm={showing.vm} onClose={close} /> : null}
        {showing?.kind === "results" ? (
          <ResultsDialog label={showing.label} outcomes={showing.outcomes} onClose={close} />
        ) : null}
        {slow > 0 ? <RunningActions /> : null}
      </Suspense>
    </VmActionsContext>
  );
}

/**
 * @param canShow False once the pages of VMs were left, where no dialog appears any more.
 * @param countSlow Is told 1 when an action has become slow, and -1 when it has ended.
 */
function makeActions(
  show: (showing: Showing) => void,
  canShow: () => boolean,
  countSlow: (change: 1 | -1) => void,
) {
  const tell = (label: string, done: string, outcomes: readonly Outcome[]) => {
    const failed = outcomes.filter((outcome) => !outcome.ok);
    const [only] = outcomes;
    if (outcomes.length > 1 && failed.length > 0 && canShow())
      return show({ kind: "results", label, outcomes });
    if (failed[0] !== undefined) {
      const others = failed.length > 1 ? ` and ${countOf(failed.length - 1, "other VM")}` : "";
      return notify("error", `${label}: ${failed[0].name}${others}`, failed[0].message ?? undefined);
    }
    const told = outcomes.flatMap(({ name, message }) =>
      message === null ? [] : outcomes.length === 1 ? message : `${name}: ${message}`,
    );
    notify(
      told.length === 0 ? "success" : "warning",
      outcomes.length === 1 && only ? only.name : countOf(outcomes.length, "VM"),
      [sentence(done), ...told].join(" "),
    );
  };
  const run = (action: VmAction, vms: readonly VmSummary[]) => {
    const { label, doing, done } = actionWords[action];
    let isSlow = false;
    const timer = setTimeout(() => {
      isSlow = true;
      countSlow(1);
    }, slowMs);
    void performAction(action, doing, vms).then((outcomes) => {
      clearTimeout(timer);
      if (isSlow) countSlow(-1);
      tell(label, done, outcomes);
    });
  };
  const actions: VmActions = {
    act: (action, vms) =>
      actionWords[action].risk === null ? run(action, vms) : show({ kind: "confirm", action, vms }),
    setAutostart: (autostart, vms) => {
      const done = autostart ? "starts with its host now" : "no longer starts with its host";
      void performAutostart(autostart, vms).then((outcomes) => tell("Autostart", done, outcomes));
    },
    remove: (vm, onDeleted = () => {}) => show({ kind: "delete", vm, onDeleted }),
    rename: (vm) => show({ kind: "rename", vm }),
    label: (vms) => show({ kind: "label", vms }),
    move: (vm) => show({ kind: "move", vm }),
    export: (vm) => show({ kind: "export", vm }),
  };
  const label = (change: LabelChange, vms: readonly VmSummary[]) =>
    void performLabelling(change, vms).then((outcomes) =>
      tell("Tags and folder", "tags and folder changed", outcomes),
    );
  return { actions, run, label };
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** The actions on VMs. Only below the provider. */
export function useVmActions(): VmActions {
  const actions = useContext(VmActionsContext);
  if (actions === null) throw new Error("useVmActions needs VmActionsProvider above it");
  return actions;
}
