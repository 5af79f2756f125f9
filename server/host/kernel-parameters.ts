/**
 * Splits a kernel command line at white space, as the kernel does: double quotes keep a value together
 * (kernel-parameters.rst).
 */
export function kernelParameters(commandLine: string): string[] {
  return commandLine.match(/(?:[^\s"]|"[^"]*"?)+/g) ?? [];
}

/** A parameter's name as the kernel compares it: dashes and underscores are the same, a module stands before the dot. */
export function parameterName(parameter: string): string {
  const name = parameter.split("=", 1)[0] ?? "";
  return name.replaceAll("-", "_");
}
