"use client";

import { api } from "@/components/data/api";
import { errorText } from "@/components/data/error-text";
import { useAction } from "@/components/data/use-action";
import { notify } from "@/components/ui/notify";
import type { ConsoleStatus } from "../console-socket";
import type { WatchedConsole } from "./watched-console";

export interface KeyboardActions {
  take(): void;
  give(): void;
  busy: boolean;
}

/** Takes the keyboard of a console for this page alone, and gives it back. */
export function useKeyboard(
  { vm, kind }: WatchedConsole,
  { viewerId }: Pick<ConsoleStatus, "viewerId">,
): KeyboardActions {
  const onError = (error: unknown) =>
    notify("error", `${vm.name}: the keyboard stays as it is`, errorText(error));
  const taking = useAction(api.console.takeKeyboard.mutationOptions({ onError }));
  const giving = useAction(api.console.giveKeyboard.mutationOptions({ onError }));
  const call = (action: typeof taking) => () => {
    if (viewerId !== null) action.run({ hostId: vm.hostId, vmId: vm.id, kind, viewerId });
  };
  return { take: call(taking), give: call(giving), busy: taking.busy || giving.busy };
}
