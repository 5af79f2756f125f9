import { expect, test } from "vitest";
import { isOpenToAll, leastLevel, rights } from "../access/rights";
import { procedureKinds } from "./procedure-kinds";
import { appRouter } from "./router";

const kinds = Object.keys(rights) as (keyof typeof rights)[];
const acts = new Set(kinds.flatMap((kind) => Object.keys(rights[kind])));
/** Acts of the table that are no procedures. */
const others =
  /^\/ws\/|\.see$|^storage\.readVolume$|^audit\.export$|^metrics\.read$|^booking\.(seeHolders|ofOthers|setFallback)$/;

test("every procedure has its right, and nothing else but sockets and sights does", () => {
  expect([...procedureKinds(appRouter).keys()].sort()).toEqual(
    [...acts].filter((act) => !others.test(act)).sort(),
  );
});

test("whatever changes something needs more than a look", () => {
  const open = [
    ...["session.signIn", "session.signInByCode", "session.passkeyRequest", "session.signInByPasskey"],
    ...["session.providerRequest", "session.signInByProvider", "session.createFirstAdministrator"],
    ...["session.invitation", "session.join"],
    // What one does to one's own account.
    ...["session.signOut", "account.changePassword", "account.endSession", "account.endSessions"],
    ...["account.createKey", "account.revokeKey", "account.chooseFormats"],
    ...["account.passkeyRequest", "account.providerRequest", "account.confirmIdentity"],
    ...["account.beginPasskey", "account.addPasskey", "account.removePasskey"],
    // By a link, which somebody with the right to give it has made.
    ...["guest.link", "guest.openConsole"],
    // Nothing that comes from who watches goes to the guest.
    "console.watch",
    ...["account.beginTotp", "account.confirmTotp", "account.removeTotp", "account.renewRecoveryCodes"],
  ];
  for (const [path, type] of procedureKinds(appRouter)) {
    if (type !== "mutation" || open.includes(path)) continue;
    const levels = kinds.flatMap((kind) => leastLevel(kind, path) ?? []);
    expect([path, levels.filter((level) => level === "public" || level === "viewer")]).toEqual([path, []]);
  }
});

test("only what leads to a sign-in, and what a console's link opens, is open to all", () => {
  expect([...acts].filter(isOpenToAll)).toEqual([
    "session.state",
    "session.signIn",
    "session.signInByCode",
    "session.passkeyRequest",
    "session.signInByPasskey",
    "session.providerRequest",
    "session.signInByProvider",
    "session.createFirstAdministrator",
    "session.invitation",
    "session.join",
    "guest.link",
    "guest.openConsole",
    "/ws/guest-console",
    "/ws/guest-graphical",
  ]);
  for (const kind of kinds.filter((kind) => kind !== "installation")) {
    expect(Object.values(rights[kind])).not.toContain("public");
  }
});
