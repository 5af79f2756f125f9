import type { ChangedFile } from "../../database/boot-change.schema";
import type { PlannedStep } from "../../plan.schema";
import { shellCommand } from "../../units/shell-word";
import { fileWords } from "../prepare/step-words";
import { triedFiles } from "./bridge-kind";
import type { BridgeInput } from "./made-bridge.schema";

/** The steps of a change of the host's network, as they are shown; `bridge-kind.ts` has the work of each, in the same order. */
export function bridgeWords(change: BridgeInput, originals: string): PlannedStep[] {
  return [
    {
      title: "Keep the files as they are",
      effect: `Copies of files that Passdeck has never changed go to ${originals}. It is written down what is going to be done.`,
      risk: null,
      undo: null,
    },
    trialWords(change),
    ...change.files.map(fileWords),
    ...triedFiles(change).map(goneWords),
    ...change.commands.map((words) => ({
      title: `Run ${words[0]}`,
      effect: shellCommand(words),
      risk: null,
      undo: null,
    })),
    {
      title: "Keep it on record",
      effect: "It can be taken back under Networks, Host network.",
      risk: null,
      undo: null,
    },
  ];
}

function trialWords({ trial, files }: BridgeInput): PlannedStep {
  const { seconds, there, back } = trial;
  const written = trial.files.map(({ path, to }) => (to === null ? `rm /${path}` : `write /${path}`));
  const isLive = trial.files.some(({ path }) => path.startsWith("run/")) && files.length > 0;
  return {
    title: `Change over, and wait up to ${seconds} seconds for this browser`,
    effect: [...there.before.map(shellCommand), ...written, ...there.after.map(shellCommand)].join("\n"),
    risk: `The host can't be reached over this network for some seconds. Unless this browser still reaches Passdeck within ${seconds} seconds, the old network comes back by itself, also if Passdeck is ended meanwhile.${isLive ? " A restart of the host brings it back as well." : ""}`,
    undo: [...back.before, ...back.after].map(shellCommand).join("\n"),
  };
}

/** What it is tried by says what the host's own files say, and is not shown twice. */
function goneWords({ path }: ChangedFile): PlannedStep {
  return {
    title: `Delete /${path}`,
    effect: "The network was tried by it; from now on the files above count.",
    risk: null,
    undo: "It is made again for the way back.",
  };
}
