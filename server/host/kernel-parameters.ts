/** A word of the kernel's command line, taken apart. */
export interface KernelParameter {
  /** As it stands there, quotes included. */
  text: string;
  /** As the kernel compares it: dashes and underscores are the same, a module stands before the dot. */
  name: string;
  /** Without quotes; "" where there is no "=". */
  value: string;
}

/**
 * Splits a kernel command line at white space, as the kernel does: double quotes keep a value together, also around a
 * whole word; single quotes mean nothing (next_arg in lib/cmdline.c).
 */
export function kernelParameters(commandLine: string): string[] {
  return commandLine.match(/(?:[^\s"]|"[^"]*"?)+/g) ?? [];
}

/** What the kernel itself takes: what stands behind “--” is for init (kernel-parameters.rst). */
export function parametersOfKernel(commandLine: string): KernelParameter[] {
  const words = kernelParameters(commandLine);
  const end = words.indexOf("--");
  return words.slice(0, end < 0 ? words.length : end).map(kernelParameter);
}

/** What modprobe takes: it reads the whole line, as libkmod does not know “--”. */
export function parametersOfModprobe(commandLine: string): KernelParameter[] {
  return kernelParameters(commandLine)
    .filter((word) => word !== "--")
    .map(kernelParameter);
}

/** A parameter's name as the kernel compares it: dashes and underscores are the same, a module stands before the dot. */
export function parameterName(parameter: string): string {
  const name = unquoted(parameter).split("=", 1)[0] ?? "";
  return name.replaceAll("-", "_");
}

/** A word of the line, taken apart. */
export function kernelParameter(text: string): KernelParameter {
  const whole = unquoted(text);
  const equals = whole.indexOf("=");
  const value = equals < 0 ? "" : unquoted(whole.slice(equals + 1));
  return { text, name: parameterName(text), value };
}

/** The kernel takes a quote off at the beginning, and the one at the end that belongs to it. */
function unquoted(text: string): string {
  return text.startsWith('"') ? text.slice(1).replace(/"$/, "") : text;
}
