import { buttonClasses } from "@/components/ui/button";

/** Comes with every page, as one may turn out not to be there: of markup alone, so that none pays for it. */
export default function NotFound() {
  return (
    <main className="mx-auto max-w-lg px-6 py-14 text-center">
      <h1 className="font-semibold text-xl">There is no such page</h1>
      <p className="mt-2 mb-4 text-muted">The address is wrong, or what it led to is gone.</p>
      <a href="/" className={buttonClasses("primary")}>
        Go to the overview
      </a>
    </main>
  );
}
