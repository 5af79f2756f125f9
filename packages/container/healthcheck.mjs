import { request as plain } from "node:http";
import { request as encrypted } from "node:https";

/* Whether the Passdeck of this container answers: exit status 0, or 1. */

const { PASSDECK_HOST, PASSDECK_PORT, PASSDECK_TLS } = process.env;
const every = [undefined, "", "0.0.0.0", "::"];
const address = {
  host: every.includes(PASSDECK_HOST) ? "127.0.0.1" : PASSDECK_HOST,
  port: PASSDECK_PORT || 8006,
  path: "/healthz",
  // Its certificate may be its own, or for another name.
  rejectUnauthorized: false,
};
(PASSDECK_TLS === "off" ? plain : encrypted)(address, ({ statusCode }) =>
  process.exit(statusCode === 200 ? 0 : 1),
)
  .on("error", ({ message }) => {
    process.stderr.write(`${message}\n`);
    process.exit(1);
  })
  .end();
