"use server";
import { redirect } from "next/navigation";
import { act } from "@/lib/auth/act";
import type { ActionState } from "@/lib/kernel/action-state";
import { answerQuestion } from "@/lib/questions/commands/answer-question";
import { answerQuestions } from "@/lib/questions/commands/answer-questions";
import { formInput } from "../risks/form-input";

export async function answerQuestionAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { questionId } = await answerQuestion(call, formInput(answerQuestion, form));
    redirect(`/p/${slug}/questions/${questionId}`);
  });
}

export async function answerQuestionsAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    await answerQuestions(call, formInput(answerQuestions, form));
    redirect(`/p/${slug}/questions?state=answered`);
  });
}
