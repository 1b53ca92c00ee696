import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type * as v from "valibot";
import { Access, ResumeAnswer, StartAnswer } from "#protocol/bodies.ts";
import { decode } from "#protocol/decode.ts";
import { ACCESS, START_ANSWER } from "../../../widget/client/core/customer-answers.ts";
import { RESUME_ANSWER } from "../../../widget/client/core/returning-answers.ts";
import { readCustomerFrame } from "../../../widget/client/core/customer-frames.ts";
import { parse } from "../../../widget/client/core/shape.ts";
import type { Shape } from "../../../widget/client/core/shape.ts";
import { readServerFrame } from "../../../widget/client/io/reader.ts";
import { access, mishandled, resumeAnswer, serverFrames, startAnswer } from "./support/frames.ts";

const frame = fc.oneof(...serverFrames);
const runs = { numRuns: 2_000 };

function schemas(schema: v.GenericSchema, text: string): unknown {
  const read = decode(schema, text);
  return read.ok ? read.value : null;
}

/** Both readers of the same thing: the schemas, and what the customer's client has in their place. */
const READERS: Record<string, [by: (text: string) => unknown, own: (text: string) => unknown, fc.Arbitrary<unknown>]> =
  {
    frames: [readServerFrame, readCustomerFrame, frame],
    access: answers(Access, ACCESS, access),
    "answers to resume": answers(ResumeAnswer, RESUME_ANSWER, resumeAnswer),
    "answers to a start": answers(StartAnswer, START_ANSWER, startAnswer),
  };

function answers(schema: v.GenericSchema, shape: Shape<unknown>, whole: fc.Arbitrary<unknown>) {
  return [
    (text: string) => schemas(schema, text),
    (text: string) => parse(shape, text),
    whole,
  ] as (typeof READERS)[string];
}

describe.each(Object.entries(READERS))("%s", (_name, [by, own, whole]) => {
  test("whole ones are read, and as the schemas read them", () => {
    fc.assert(
      fc.property(whole, (value) => {
        const text = JSON.stringify(value);
        expect(own(text)).not.toBeNull();
        expect(own(text)).toEqual(by(text));
      }),
      { numRuns: 500 },
    );
  });

  test("broken ones, and those of a newer server, are read as the schemas read them", () => {
    fc.assert(
      fc.property(mishandled(whole), (value) => {
        const text = JSON.stringify(value) ?? "";
        expect(own(text)).toEqual(by(text));
      }),
      runs,
    );
  });

  test("what is no JSON, or no object, is passed over", () => {
    for (const text of ["", "pong", "{", "null", "1", '"welcome"', "[]", '["welcome"]', "{}"]) {
      expect(by(text)).toBeNull();
      expect(own(text)).toBeNull();
    }
  });
});

test("every kind of frame is among those that were compared", () => {
  const types = serverFrames.map((one) => fc.sample(one, 1)[0]?.["type"]);
  expect(types.toSorted((a, b) => (String(a) < String(b) ? -1 : 1))).toEqual([
    "ack",
    "bye",
    "error",
    "history",
    "nack",
    "page",
    "seen",
    "typing",
    "update",
    "welcome",
  ]);
});

test("a frame without which nobody can follow ends the line when it can't be read; others are passed over", () => {
  for (const type of ["welcome", "page", "update"])
    expect(readCustomerFrame(JSON.stringify({ type }))).toEqual({ type: "bye", code: 4000 });
  for (const type of ["ack", "seen", "weather"]) expect(readCustomerFrame(JSON.stringify({ type }))).toBeNull();
});

test("what a newer server writes keeps its place in the transcript", () => {
  const strange = [
    { seq: 1, at: 5, kind: "sticker", picture: "…" },
    { seq: 2, at: 5, kind: "event", what: { type: "danced" } },
    { seq: 3, at: "soon", kind: "message", from: "robot" },
  ];
  const read = readCustomerFrame(JSON.stringify({ type: "page", entries: strange, head: 3, more: false }));
  const unknown = { kind: "event", what: { type: "unknown" } };
  expect(read).toMatchObject({
    entries: [
      { seq: 1, at: 5, ...unknown },
      { seq: 2, at: 5, ...unknown },
      { seq: 3, at: 0, ...unknown },
    ],
  });
});
