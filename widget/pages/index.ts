import { defineConsole } from "../agent/define-console.ts";
import { defineDemo } from "../demo/define-demo.ts";

// The customer's side is what any site embeds: its own script, /rejoin.js.
defineConsole();
defineDemo();
