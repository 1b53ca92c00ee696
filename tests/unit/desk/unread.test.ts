import { expect, test } from "vitest";
import { DeskClientFrame } from "#protocol/desk-frames.ts";
import { AgentFrame, CustomerFrame } from "#protocol/frames.ts";
import { typesOf } from "../../../worker/objects/unread.ts";

test("the frames that are known are those of the schemas, each once", () => {
  expect([...typesOf(DeskClientFrame)]).toEqual(["presence", "accept", "decline", "take", "visibility"]);
  const spoken = typesOf(CustomerFrame, AgentFrame);
  expect(spoken.size).toBe(CustomerFrame.options.length + AgentFrame.options.length - 9);
  expect([...spoken]).toEqual(expect.arrayContaining(["message", "activity", "set-notes"]));
});
