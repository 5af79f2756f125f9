/** A name as Kubernetes takes it (RFC 1123 label): lower-case letters, digits and dashes, 63 at most. */
export function labelOf(text: string): string {
  const label = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 50)
    .replaceAll(/^-+|-+$/g, "");
  return label === "" ? "vm" : label;
}

const binary = ["Ki", "Mi", "Gi", "Ti"] as const;

/** Bytes as a Kubernetes quantity, in the largest unit that they are whole in: "4Gi". */
export function quantityOf(bytes: number): string {
  let [amount, unit] = [bytes, ""];
  for (const next of binary) {
    if (amount % 1024 !== 0 || amount === 0) break;
    [amount, unit] = [amount / 1024, next];
  }
  return `${amount}${unit}`;
}
