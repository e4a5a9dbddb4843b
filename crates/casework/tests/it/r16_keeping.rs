//! R16: how long things are kept is a parameter of the law, never without end.

use crate::world::version;

#[test]
fn r16_drafts_negative_screenings_and_cases_have_a_time() {
    let law = version("2025-03-01");
    assert_eq!(law.term(|law| &law.retention.draft_days), Some(&28));
    assert_eq!(law.term(|law| &law.retention.negative_screening_days), Some(&90));
    assert_eq!(law.term(|law| &law.retention.case_years), Some(&5));
}
