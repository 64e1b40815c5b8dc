import type { ReactNode } from "react";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { EasyDays } from "./easy-days";
import { Group, type GroupsProps } from "./group";
import { SettingField } from "./setting-field";
import { useDeviceZone } from "./use-device-zone";

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, "0")}:00`,
}));

export interface DayGroupProps extends GroupsProps {
  /** The zone that the device said last. */
  device: string;
  /** The id of a datalist of zones. */
  zones: string;
}

export function DayGroup({ typed, errors, device: said, zones }: DayGroupProps) {
  const device = useDeviceZone(said);
  return (
    <Group title="A day" note="How much, and when it begins.">
      <SettingField
        narrow
        label="Minutes a day"
        hint="For cards and drills; scenarios are not counted. Empty: as long as it takes."
        name="minutesPerDay"
        inputMode="numeric"
        typed={typed}
        errors={errors}
      />
      <SettingField
        narrow
        label="New cards and drills a day"
        hint="What a report asks for comes besides."
        name="newPerDay"
        inputMode="numeric"
        typed={typed}
        errors={errors}
      />
      <Field
        className="[&>span]:max-w-40"
        label="The day begins at"
        hint="What you do earlier counts for the day before."
        error={errors.rollover}
      >
        {(control) => <Select {...control} name="rollover" options={HOURS} defaultValue={typed.rollover} />}
      </Field>
      <SettingField
        className="[&_input]:max-w-80"
        label="Time zone"
        hint={`Empty: as your device says, which is ${device}.`}
        name="zone"
        list={zones}
        spellCheck={false}
        placeholder={device}
        typed={typed}
        errors={errors}
      />
    </Group>
  );
}

/** @param cost what each retention costs, drawn by the server. */
export function RetentionGroup({ typed, errors, cost }: GroupsProps & { cost: ReactNode }) {
  return (
    <Group title="How well" note="A card comes back when the chance that you still know it has fallen to this.">
      <SettingField
        narrow
        label="Retention, in percent"
        hint="70 to 97; 90 suits most."
        name="retention"
        inputMode="decimal"
        typed={typed}
        errors={errors}
      />
      {cost}
    </Group>
  );
}

/** @param plan the days until the interview, drawn by the server. */
export function InterviewGroup({ typed, errors, plan }: GroupsProps & { plan: ReactNode }) {
  return (
    <Group
      title="The interview"
      note="The days are planned back from it, and more is asked of memory as it comes near."
    >
      <SettingField
        narrow
        label="Date"
        hint="Empty: none is planned."
        name="interviewOn"
        type="date"
        typed={typed}
        errors={errors}
      />
      {plan}
    </Group>
  );
}

export function EasyDaysGroup({ typed, errors }: GroupsProps) {
  return (
    <Group title="Easy days" note="Their reviews move to the days around, as far as the intervals allow.">
      <EasyDays chosen={typed.easyDays} />
      {errors.easyDays && (
        <p role="alert" className="text-small text-missed">
          {errors.easyDays}
        </p>
      )}
    </Group>
  );
}
