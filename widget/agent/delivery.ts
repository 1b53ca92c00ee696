import type { Delivery } from "../client/customer.ts";
import { refusalText } from "./refusals.ts";

/** How far one's own message has come; `sent` is what stands there until the other side has read it. */
export function deliveryText(state: Delivery, sent: string): string {
  switch (state.is) {
    case "waiting":
      return "Waiting for the network";
    case "sending":
      return "Sending";
    case "delivered":
      return sent;
    case "seen":
      return "Seen";
    case "failed":
      return `Not sent. ${refusalText(state.code)}`;
  }
}
