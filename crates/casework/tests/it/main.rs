//! The rules of casework, each as a test.

mod age;
mod asvs;
mod centre;
mod clock_law;
mod exit_law;
mod intake;
mod name;
mod plan_law;
mod r11_clock_moves_along;
mod r16_keeping;
mod r1_no_forbidden_condition;
mod r20_law_is_data;
mod r2_refusal_with_reason;
mod r5_consent;
mod r7_refusing_lowers_nothing;
mod r8_identity_last;
mod r8_intake;
mod r9_short_notes;
mod report;
mod screening;
mod stage_law;
mod stay;
mod task;
mod world;
