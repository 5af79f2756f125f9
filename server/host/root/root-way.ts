import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { connect } from "node:net";
import { PassThrough, type Readable, type Writable } from "node:stream";
import { text } from "node:stream/consumers";

/** How a Passdeck that is not root comes to its helper: a program that is started as root, or a socket where systemd starts it. */
export type RootWay =
  | { kind: "program"; words: readonly string[] }
  | { kind: "socket"; path: string }
  /** On another host. @property start rejects with why it can't be started there. */
  | { kind: "session"; start: () => Promise<ChildProcessWithoutNullStreams> };

/** A helper that runs. */
export interface RunningHelper {
  /** Lines of orders. */
  orders: Writable;
  /** Lines of answers. */
  answers: Readable;
  /** Resolves, when it has ended, to why: what it said of it, or what kept it from starting. */
  ended: Promise<string>;
  /** Whether this process lives on for it. */
  keepAlive(isNeeded: boolean): void;
}

/**
 * @param setting PASSDECK_ROOT_HELPER: `unix:/run/passdeck-root.sock`, `pkexec:/usr/local/bin/passdeck`, or the path of root's own
 *   passdeck, which sudo starts.
 */
export function rootWayOf(setting: string): RootWay {
  if (setting.startsWith("unix:")) return { kind: "socket", path: setting.slice("unix:".length) };
  if (setting.startsWith("pkexec:")) {
    // Without a terminal's agent: nobody sits there to be asked for a password.
    const words = ["pkexec", "--disable-internal-agent", setting.slice("pkexec:".length), "root-helper"];
    return { kind: "program", words };
  }
  return { kind: "program", words: ["sudo", "-n", setting, "root-helper"] };
}

/** Starts a helper, or has systemd start one. */
export function startHelper(way: RootWay): RunningHelper {
  switch (way.kind) {
    case "program":
      return asProgram(way.words);
    case "socket":
      return overSocket(way.path);
    case "session":
      return inSession(way.start);
  }
}

function asProgram([program = "", ...words]: readonly string[]): RunningHelper {
  const child = spawn(program, words, { stdio: "pipe" });
  const pipes = [child.stdin, child.stdout, child.stderr];
  return {
    orders: child.stdin,
    answers: child.stdout,
    ended: endOf(child),
    keepAlive(isNeeded) {
      for (const part of [child, ...pipes]) holdOpen(part, isNeeded);
    },
  };
}

/** Its orders wait until the session stands, which lives as long as what it goes over. */
function inSession(start: () => Promise<ChildProcessWithoutNullStreams>): RunningHelper {
  const [orders, answers] = [new PassThrough(), new PassThrough()];
  const ended = start().then(
    (child) => {
      orders.pipe(child.stdin).on("error", () => undefined);
      child.stdout.pipe(answers);
      return endOf(child);
    },
    (error: Error) => {
      answers.end();
      return error.message;
    },
  );
  return { orders, answers, ended, keepAlive: () => undefined };
}

function endOf(child: ChildProcessWithoutNullStreams): Promise<string> {
  const errors = text(child.stderr).catch(() => "");
  return new Promise<string>((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", () => void errors.then((said) => resolve(said.trim() || "it ended without an answer")));
  });
}

function overSocket(path: string): RunningHelper {
  const socket = connect(path);
  const ended = new Promise<string>((resolve) => {
    socket.on("error", (error) => resolve(error.message));
    socket.on("close", () => resolve("it closed the connection"));
  });
  return { orders: socket, answers: socket, ended, keepAlive: (isNeeded) => holdOpen(socket, isNeeded) };
}

/** What stands behind a pipe can be let go of, though its type does not tell. */
function holdOpen(part: object, isNeeded: boolean): void {
  if (!("ref" in part) || !("unref" in part)) return;
  const act = isNeeded ? part.ref : part.unref;
  if (typeof act === "function") act.call(part);
}
