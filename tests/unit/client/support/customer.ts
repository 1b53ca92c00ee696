import type { Access, ResumeAnswer, StartAnswer } from "#protocol/bodies.ts";
import { createChat } from "../../../../widget/client/customer.ts";
import type { Chat } from "../../../../widget/client/customer.ts";
import { createWorld } from "./world.ts";
import type { World } from "./world.ts";

export const guest: Access = { conversationId: "c1", credential: "c1.device.1.0.mac", identityUntil: null };
export const owned: Access = { ...guest, credential: "c1.device.1.9.mac", identityUntil: 9_999_999_999_999 };

export interface Asked {
  path: string;
  body: Record<string, unknown>;
}

/** A customer's browser before a scripted widget API and the model server behind it. */
export interface Customer {
  world: World;
  asked: Asked[];
  /** The next answers of the API, in order; a number is a failure with that status. */
  answers: (ResumeAnswer | StartAnswer | number)[];
  open(options?: {
    identity?: (fresh: boolean) => Promise<string | null>;
    link?: string;
  }): Chat & { tell: ReturnType<World["tab"]>["tell"] };
}

export function createCustomer(): Customer {
  const asked: Asked[] = [];
  const answers: Customer["answers"] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    asked.push({ path: new URL(url).pathname, body: JSON.parse(typeof init.body === "string" ? init.body : "{}") });
    const answer = answers.shift();
    if (answer === undefined) throw new TypeError("no network");
    if (typeof answer !== "number") return Response.json(answer);
    return Response.json(
      { type: "about:blank", title: "", status: answer, code: "unavailable", id: "x" },
      { status: answer },
    );
  };
  const world = createWorld(() => 0.5, fetch);
  return {
    world,
    asked,
    answers,
    open: (options = {}) => {
      const { ports, tell } = world.tab();
      return { ...createChat({ baseUrl: "http://server", widgetId: "w1", ports, ...options }), tell };
    },
  };
}
