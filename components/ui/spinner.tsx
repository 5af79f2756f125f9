import { LoaderCircle } from "lucide-react";
import { classNames } from "./class-names";

/** Turns while something is under way. Decorative: say in words what is awaited. */
export function Spinner({ className }: { className?: string }) {
  return <LoaderCircle aria-hidden className={classNames("size-4 shrink-0 animate-spin", className)} />;
}
