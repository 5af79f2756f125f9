import { CircleCheck, OctagonAlert, TriangleAlert } from "lucide-react";
import { buttonClasses } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { Attention } from "./attention";

/** What needs attention, or that nothing does. */
export function AttentionCard({ items }: { items: readonly Attention[] }) {
  return (
    <Card>
      <CardHeader title="Needs attention" aside={items.length === 0 ? undefined : items.length} />
      {items.length === 0 ? (
        <p className="flex items-center gap-2 px-4 py-3 text-muted">
          <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />
          Nothing needs your attention.
        </p>
      ) : (
        <ul className="divide-y divide-border">
          {items.map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Item({ item }: { item: Attention }) {
  const danger = item.tone === "danger";
  const Icon = danger ? OctagonAlert : TriangleAlert;
  return (
    <li className="flex gap-2.5 px-4 py-2.5">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${danger ? "text-danger" : "text-warning"}`} />
      <div className="wrap-anywhere min-w-0 flex-1">
        {item.href === null || item.button !== undefined ? (
          <p className="font-medium">{item.title}</p>
        ) : (
          <Link href={item.href} className="inline-block min-h-6 font-medium hover:underline">
            {item.title}
          </Link>
        )}
        <p className="text-muted">{item.detail}</p>
      </div>
      {item.href === null || item.button === undefined ? null : (
        <Link
          href={item.href}
          aria-label={`${item.button}: ${item.title}`}
          className={buttonClasses("secondary")}
        >
          {item.button}
        </Link>
      )}
    </li>
  );
}
