/**
 * A record of the log as a person reads it in a terminal: time, level, message, and what belongs to it.
 * @param json One record as pino writes it.
 */
export function logText(json: string): string {
  const { time, level, msg, err, ...rest } = JSON.parse(json) as Record<string, unknown>;
  const fields = Object.entries(rest).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  const clock = String(time).slice(11, 19);
  const head = [clock, String(level).toUpperCase().padEnd(5), visible(String(msg ?? "")), ...fields].join(
    " ",
  );
  const stack = isRecord(err) ? `${visible(String(err.stack ?? err.message)).replace(/^/gm, "  ")}\n` : "";
  return `${head}\n${stack}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Without what would steer the terminal. Line ends stay. */
function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, "\ufffd");
}
