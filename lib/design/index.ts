export * from "./answer";
export * from "./design";
export * from "./factories";
export * from "./questions";
export * from "./vocabulary";
