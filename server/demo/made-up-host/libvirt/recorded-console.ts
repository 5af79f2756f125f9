import type { PlayedStream } from "./front-line";
import type { RecordedLine } from "./recorded-boot";

interface Recording {
  lines: readonly RecordedLine[];
  /** When its VM was started, of `performance.now()`. */
  startedAt: number;
}

/**
 * Plays a recording on a serial console: at once what the VM has printed since it was started, and the rest as time goes by.
 * What is typed is echoed, and nobody is there to read it.
 */
export function playRecording(
  { lines, startedAt }: Recording,
  send: (bytes: Uint8Array) => void,
): PlayedStream {
  let next = 0;
  let timer: NodeJS.Timeout | undefined;
  const say = (text: string) => send(Buffer.from(text));
  const play = () => {
    const elapsed = performance.now() - startedAt;
    const due = lines.slice(next).filter(({ atMs }) => atMs <= elapsed);
    next += due.length;
    // The last line is a prompt, which waits in its line.
    const text = due.map((line) => (line === lines.at(-1) ? line.text : `${line.text}\r\n`)).join("");
    if (text !== "") say(text);
    const [following] = lines.slice(next);
    if (following !== undefined) timer = setTimeout(play, following.atMs - elapsed).unref();
  };
  timer = setTimeout(play, 0).unref();
  const prompt = lines.at(-1)?.text ?? "";
  return {
    take: (bytes) => {
      const typed = bytes.toString("utf8");
      if (!/[\r\n]/.test(typed)) return say(typed);
      say(`\r\nThis console plays a recorded start: nobody can sign in here.\r\n${prompt}`);
    },
    close: () => clearTimeout(timer),
  };
}
