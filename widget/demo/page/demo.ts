import { defineDemo } from "../define-demo.ts";

defineDemo();
