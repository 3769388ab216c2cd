export type HealthLevel = "on_track" | "at_risk" | "off_track" | "unknown";

export type Health = { level: HealthLevel; reason: string };
