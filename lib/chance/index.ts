export { randomFrom, shuffled } from "./chance";
