import { mount } from "svelte";
import Shop from "./app.svelte";

mount(Shop, { target: document.querySelector("#app") });
