import { Card, CardHeader } from "@/components/ui/card";
import type { UsersProvider } from "@/server/access/single-sign-on/provider-request.schema";

/** What stands in place of a password for who signs in by a provider. */
export function ProviderCard({ provider: { name, asks } }: { provider: UsersProvider }) {
  return (
    <Card aria-labelledby="provider-title">
      <CardHeader title={`You sign in with ${name}`} id="provider-title" />
      <p className="max-w-2xl p-4 text-muted">
        {asks === "here"
          ? "Your password is kept there, and changed there."
          : "Your password and your second factors are kept there, and changed there."}{" "}
        It also says which role and which groups you have: that is heard at each sign-in, which you are asked
        for once a day.
      </p>
    </Card>
  );
}
