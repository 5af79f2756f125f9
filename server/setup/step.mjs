import { stdout } from "node:process";

/** Seconds between two signs of life where no terminal shows a running clock. */
const logIntervalSeconds = 15;

/**
 * Does a piece of work that may take long, and shows that it goes on: on a terminal one line with the seconds and
 * the last thing said, elsewhere a line now and then. `work` gets a function that takes such lines.
 * @template T
 * @param {string} title
 * @param {(say: (line: string) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const show = stdout.isTTY ? terminalLine(title, seconds) : logLines(title, seconds);
  try {
    const result = await work(show.say);
    show.end(`✓ ${title} (${seconds().toFixed(1)} s)`);
    return result;
  } catch (error) {
    show.end(`✗ ${title} (${seconds().toFixed(1)} s)`);
    throw error;
  }
}

/**
 * @param {string} title
 * @param {() => number} seconds
 */
function terminalLine(title, seconds) {
  let said = "";
  const draw = () => {
    const line = `… ${title} ${Math.floor(seconds())} s  ${said}`;
    stdout.write(`\r\x1b[2K${line.slice(0, stdout.columns - 1)}`);
  };
  draw();
  const timer = setInterval(draw, 200);
  return {
    /** @param {string} line */
    say: (line) => {
      said = printable(line);
    },
    /** @param {string} line */
    end: (line) => {
      clearInterval(timer);
      stdout.write(`\r\x1b[2K${line}\n`);
    },
  };
}

/**
 * @param {string} title
 * @param {() => number} seconds
 */
function logLines(title, seconds) {
  let said = "";
  console.log(`… ${title}`);
  const timer = setInterval(() => {
    console.log(`… ${title}: ${Math.floor(seconds())} s ${said}`);
  }, logIntervalSeconds * 1000);
  return {
    /** @param {string} line */
    say: (line) => {
      said = printable(line);
    },
    /** @param {string} line */
    end: (line) => {
      clearInterval(timer);
      console.log(line);
    },
  };
}

/**
 * A tool's line without colours and other control sequences.
 * @param {string} line
 */
function printable(line) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what it looks for
  return line.replace(/\x1b\[[0-9;?]*[A-Za-z]|[\x00-\x1f]/g, "").trim();
}
