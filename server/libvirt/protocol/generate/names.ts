/** What the ends of libvirt's struct names mean. */
const endings: Readonly<Record<string, string>> = { args: "arguments", ret: "result", msg: "message" };

/** `remote_nonnull_domain` → `Domain`, `remote_connect_open_args` → `ConnectOpenArguments`. */
export function typeName(name: string): string {
  const words = snakeOf(name)
    .replace(/^remote_/, "")
    .replace(/^nonnull_/, "")
    .split("_")
    .map((word) => endings[word] ?? word);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

/** `virNetMessageNonnullDomain` → `net_message_nonnull_domain`, so that both kinds of names read alike. */
function snakeOf(name: string): string {
  if (!name.startsWith("vir")) return name;
  return name
    .slice("vir".length)
    .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    .slice(1);
}
