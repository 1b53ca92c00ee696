import { defineConsole } from "../agent/define-console.ts";

defineConsole();
