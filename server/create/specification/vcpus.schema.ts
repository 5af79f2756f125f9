/** How many vCPUs a topology makes. */
export function vcpusOf({
  sockets,
  cores,
  threads,
}: {
  sockets: number;
  cores: number;
  threads: number;
}): number {
  return sockets * cores * threads;
}
