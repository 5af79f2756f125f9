import { Eye } from "lucide-react";
import { countOf } from "@/components/formats/numbers";
import { Button } from "@/components/ui/button";

export interface ViewersButtonProps {
  /** Browsers that show this console, this one among them. */
  count: number;
  shown: boolean;
  onToggle: () => void;
}

/** How many are at the console; it opens the list of them. */
export function ViewersButton({ count, shown, onToggle }: ViewersButtonProps) {
  return (
    <Button variant={shown ? "secondary" : "ghost"} aria-expanded={shown} onClick={onToggle}>
      <Eye aria-hidden />
      {countOf(count, "viewer")}
    </Button>
  );
}
