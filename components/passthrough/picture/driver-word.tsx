/** The driver that holds a function. */
export function DriverWord({ driver }: { driver: string | null }) {
  if (driver === null) return <span className="whitespace-nowrap text-muted">no driver</span>;
  return <span className="whitespace-nowrap font-mono text-muted">{driver}</span>;
}
