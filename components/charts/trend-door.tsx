"use client";

import dynamic from "next/dynamic";
import type { TrendChart } from "@/components/charts/prepare-trend";

/** Recharts comes with the pages that show a chart, after they are there, and with no other. */
const TrendDrawn = dynamic(() => import("./trend-drawn"), { ssr: false });

/** In the place of the still drawing, once it is there. */
export function TrendDoor(props: { chart: TrendChart; label: string }) {
  return <TrendDrawn {...props} />;
}
