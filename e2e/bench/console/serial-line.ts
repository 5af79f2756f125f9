/** A guest's serial port, however it is reached. */
export interface SerialLine {
  send(input: string): void;
  /** Calls back with all that the guest prints from now on. Returns the way to stop. */
  onOutput(listener: (output: string) => void): () => void;
  close(): Promise<void>;
}

/** At its end busybox's shell waits for a line; it asks where the cursor is, which nobody has to answer. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals speak in control characters
const prompt = /# (\x1b\[6n)?$/;

const keysPerLine = 50;

/** Milliseconds from a key sent to its echo by the guest's shell, for each of `count` keys. */
export async function measureEchoes(line: SerialLine, count: number): Promise<number[]> {
  const figures: number[] = [];
  await runCommand(line, ":");
  while (figures.length < count) {
    await expectOutput(line, /: $/, () => line.send(": "));
    for (let key = 0; key < keysPerLine && figures.length < count; key += 1) {
      const sentAt = performance.now();
      await expectOutput(line, /k/, () => line.send("k"));
      figures.push(performance.now() - sentAt);
    }
    await runCommand(line, "");
  }
  return figures;
}

/** Bytes a second that the guest prints while `command` runs. */
export async function measureThroughput(line: SerialLine, command: string): Promise<number> {
  // QEMU looks once a second whether its terminal was opened again, and takes no input before.
  await runCommand(line, ":");
  const beganAt = performance.now();
  const printed = await runCommand(line, command);
  return (printed / (performance.now() - beganAt)) * 1_000;
}

/** Has the shell run a command and waits for the next prompt; gives the number of bytes that were printed. */
export async function runCommand(line: SerialLine, command: string): Promise<number> {
  return expectOutput(line, prompt, () => line.send(`${command}\n`));
}

async function expectOutput(line: SerialLine, expected: RegExp, act: () => void): Promise<number> {
  let length = 0;
  let tail = "";
  await new Promise<void>((resolve) => {
    const stop = line.onOutput((output) => {
      length += output.length;
      tail = (tail + output).slice(-100);
      if (!expected.test(tail)) return;
      stop();
      resolve();
    });
    act();
  });
  return length;
}
