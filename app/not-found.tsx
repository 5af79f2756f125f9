import { Compass } from "lucide-react";
import { buttonClasses } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";

export default function NotFound() {
  return (
    <main>
      <EmptyState
        headingLevel={1}
        icon={<Compass />}
        title="There is no such page"
        description="The address is wrong, or what it led to is gone."
        action={
          <Link href="/" className={buttonClasses("primary")}>
            Go to the overview
          </Link>
        }
      />
    </main>
  );
}
