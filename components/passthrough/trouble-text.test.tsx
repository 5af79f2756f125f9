import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { TroubleText } from "./trouble-text";

test("says what happened and what to do, and has a button for each device", () => {
  const trouble = {
    message: "The card sleeps.",
    fix: "Wake it up.",
    devices: ["0000:01:00.0", "0000:02:00.0"],
  };
  const html = renderToStaticMarkup(<TroubleText trouble={trouble} onOpen={() => {}} />);
  expect(html).toContain("The card sleeps.");
  expect(html).toContain("Wake it up.");
  expect(html.match(/<button/g)).toHaveLength(2);
  expect(
    renderToStaticMarkup(<TroubleText trouble={{ ...trouble, devices: [] }} onOpen={() => {}} />),
  ).not.toContain("<button");
});
