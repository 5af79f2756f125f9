"use client";

/** Comes with every page, so it leans on nothing. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main className="mx-auto max-w-lg px-6 py-14 text-center">
      <h1 className="font-semibold text-xl">This page broke</h1>
      <p className="mt-2 text-muted">
        Your VMs are not touched by it. Try again; if it stays, report it with what you did
        {error.digest === undefined ? "" : ` and the number ${error.digest}`}.
      </p>
      <button
        type="button"
        onClick={reset}
        className="mt-4 h-8 rounded-md bg-accent px-3 font-medium text-accent-foreground text-sm"
      >
        Try again
      </button>
    </main>
  );
}
