import { test } from "./fixtures";
import { signsAgain } from "./wave-three/business-owner";
import { isStoppedByTheGate, isStoppedByTheWindow } from "./wave-three/cutover-blocked";
import { readsTheBrief } from "./wave-three/executive";
import { declinesAndApproves } from "./wave-three/sign-off-keyboard";

// Wave 3 of the demo awaits Helen Brandt, whose signature went stale, and Marta Okafor. These journeys are the chapters
// of its night in their order, so they run one after the other; no other test may change a fact of wave 3.
test.describe.configure({ mode: "serial" });

test("the executive's brief opens with health, decisions and the map", readsTheBrief);
test("without a gate that holds, nobody starts cutting over", isStoppedByTheGate);
test("the business owner sees what changed and signs again", signsAgain);
test("the executive declines with words, then approves, by keyboard alone", declinesAndApproves);
test("with every signature, it is the window that stops the cutover", isStoppedByTheWindow);
