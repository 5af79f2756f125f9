import { AccessCard } from "./access-card";

/** What to do while there is no administrator. */
export function FirstVisit() {
  return (
    <AccessCard
      title="Nobody can sign in yet"
      lead="Passdeck has no administrator. Only its owner can make one."
    >
      <ol className="flex list-decimal flex-col gap-2 pl-5">
        <li>Look at what Passdeck printed when it was started.</li>
        <li>
          Open the link there that contains <code className="font-mono">/setup#token=</code>. It works once.
        </li>
      </ol>
      <p className="mt-4 text-muted text-sm">
        The link also stands in the file{" "}
        <code className="wrap-anywhere font-mono">first-administrator-link</code> in Passdeck's state folder,
        which is <code className="wrap-anywhere font-mono">/var/lib/passdeck</code> when it runs as root. Each
        start makes a new link.
      </p>
    </AccessCard>
  );
}
