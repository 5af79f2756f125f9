import { moduleName } from "../../../host/modules/modprobe-configuration";

/** Whether the name of an install or softdep command is that of a module: libkmod compares by fnmatch(3). */
export function isPatternOf(pattern: string, module: string): boolean {
  const wanted = moduleName(module);
  const name = moduleName(pattern);
  if (!/[*?[]/.test(name)) return name === wanted;
  const expression = name
    .replace(/[.+^${}()|\\]/g, "\\$&")
    .replace(/\*+/g, ".*")
    .replaceAll("?", ".")
    .replaceAll("[!", "[^");
  try {
    return new RegExp(`^${expression}$`).test(wanted);
  } catch {
    // A bracket without its end matches itself alone, and no module has one in its name.
    return false;
  }
}
