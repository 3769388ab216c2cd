"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { act } from "@/lib/auth/act";
import type { ActionState } from "@/lib/kernel/action-state";
import { changeTenantClass } from "@/lib/profiles/commands/change-tenant-class";
import { recordMeasurements } from "@/lib/profiles/commands/record-measurements";
import { recordRemediation } from "@/lib/profiles/commands/record-remediation";
import { recordTenantClass } from "@/lib/profiles/commands/record-tenant-class";
import { removeTenantClass } from "@/lib/profiles/commands/remove-tenant-class";
import { setDuties } from "@/lib/profiles/commands/set-duties";
import { tabHref, type WorkloadTab } from "@/lib/workloads/rules/tabs";
import { nestedInput } from "./nested-input";

type Place = { slug: string; workloadId: string };

export async function setDutiesAction(place: Place, _before: ActionState, form: FormData) {
  return act(place.slug, form, async (call) => {
    await setDuties(call, nestedInput(setDuties, form, { workloadId: place.workloadId }));
    return seen(place, "people");
  });
}

export async function recordMeasurementsAction(place: Place, _before: ActionState, form: FormData) {
  return act(place.slug, form, async (call) => {
    await recordMeasurements(call, nestedInput(recordMeasurements, form, { workloadId: place.workloadId }));
    return seen(place, "measurements");
  });
}

export async function recordRemediationAction(place: Place, _before: ActionState, form: FormData) {
  return act(place.slug, form, async (call) => {
    await recordRemediation(call, nestedInput(recordRemediation, form, { workloadId: place.workloadId }));
    return seen(place, "remediation");
  });
}

export async function recordTenantClassAction(place: Place, _before: ActionState, form: FormData) {
  return act(place.slug, form, async (call) => {
    await recordTenantClass(call, nestedInput(recordTenantClass, form, { workloadId: place.workloadId }));
    return seen(place, "tenants");
  });
}

type ClassPlace = Place & { tenantClassId: string };

export async function changeTenantClassAction(place: ClassPlace, _before: ActionState, form: FormData) {
  return act(place.slug, form, async (call) => {
    const { tenantClassId } = place;
    await changeTenantClass(call, nestedInput(changeTenantClass, form, { tenantClassId }));
    return seen(place, "tenants");
  });
}

export async function removeTenantClassAction(place: ClassPlace, _before: ActionState, form: FormData) {
  return act(place.slug, form, async (call) => {
    const { tenantClassId } = place;
    await removeTenantClass(call, nestedInput(removeTenantClass, form, { tenantClassId }));
    return seen(place, "tenants");
  });
}

function seen({ slug, workloadId }: Place, tab: WorkloadTab): never {
  refresh();
  redirect(tabHref(`/p/${slug}/workloads/${workloadId}`, tab));
}
