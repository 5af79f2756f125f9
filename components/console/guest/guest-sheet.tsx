import { Card } from "@/components/ui/card";

/** The sheet in the middle of a page that has no console to show: why there is none. */
export function GuestSheet({ title, lead }: { title: string; lead: string }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-96 flex-col justify-center px-4 py-10">
      <Card aria-labelledby="guest-title" className="p-6">
        <h1 id="guest-title" className="font-semibold text-xl">
          {title}
        </h1>
        <p role="status" className="mt-1.5 text-muted">
          {lead}
        </p>
      </Card>
    </main>
  );
}
