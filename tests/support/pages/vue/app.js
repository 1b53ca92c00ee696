import { createApp } from "vue";
import Shop from "./app.vue";

createApp(Shop).mount("#app");
