import { join } from "node:path";
import { readOrMakeKey } from "../key-file";

/** A process that, told to, makes or reads keys in a folder, and tells which it has. */
const [folder = "", count = ""] = process.argv.slice(2);
process.once("message", () => {
  const paths = Array.from({ length: Number(count) }, (_none, at) => join(folder, `${at}.key`));
  process.send?.(paths.map((path) => readOrMakeKey(path)?.toString("base64")));
  process.disconnect();
});
process.send?.("ready");
