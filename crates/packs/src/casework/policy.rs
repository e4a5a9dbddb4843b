//! The policy table, `casework/policy.csv`.

use pana_casework::policy::Policy;

use crate::fault::{Fault, Faults};
use crate::files::Files;

const FILE: &str = "casework/policy.csv";

/// Reads the policy that travels with the program.
pub fn builtin(data: &Files) -> Result<Policy, Faults> {
    let bytes = data.bytes(FILE).ok_or_else(|| Fault::of_file(FILE, "the file is missing"))?;
    let policy =
        Policy::read(bytes).map_err(|fault| Fault { line: Some(fault.line), ..Fault::of_file(FILE, fault.reason) })?;
    Ok(policy)
}

#[cfg(test)]
mod tests {
    use pana_casework::policy::{Action, Cell, Consent, Policy, Purpose, Relation, Role, Thing};

    use crate::builtin::data;

    fn table() -> Policy {
        super::builtin(&data()).expect("the policy is readable")
    }

    /// What must hold whatever else is changed in the table.
    #[test]
    fn nobody_without_a_tie_to_the_case_reads_of_it() {
        let policy = table();
        let outside = |cell: &Cell| cell.relation == Relation::Outside && cell.thing < Thing::Intake;
        assert_eq!(Cell::all().filter(|cell| outside(cell) && policy.allows(*cell)).count(), 0);
    }

    #[test]
    fn an_administrator_touches_no_case() {
        let policy = table();
        let touches = |cell: &Cell| cell.role == Role::Administrator && cell.thing < Thing::Intake;
        assert_eq!(Cell::all().filter(|cell| touches(cell) && policy.allows(*cell)).count(), 0);
    }

    #[test]
    fn residence_and_papers_are_read_by_the_team_and_by_herself_alone() {
        let policy = table();
        let reads = |cell: &Cell| cell.thing == Thing::Status && !matches!(cell.action, Action::Exists);
        for cell in Cell::all().filter(|cell| reads(cell) && policy.allows(*cell)) {
            assert!(matches!(cell.relation, Relation::Team | Relation::Own), "{cell:?}");
            assert!(matches!(cell.role, Role::CaseWorker | Role::Head | Role::Survivor), "{cell:?}");
        }
    }

    /// The centre of a case is in the town of its shelter: no role outside the centre learns where somebody is.
    #[test]
    fn r4_where_somebody_is_stays_in_her_centre() {
        let policy = table();
        let reads = |cell: &Cell| cell.thing == Thing::Place && cell.action != Action::Exists && policy.allows(*cell);
        let inside = [Role::CaseWorker, Role::Specialist, Role::Head, Role::Admission, Role::Survivor];
        assert!(Cell::all().any(|cell| reads(&cell)));
        for cell in Cell::all().filter(reads) {
            assert!(inside.contains(&cell.role) && cell.relation != Relation::Outside, "{cell:?}");
        }
    }

    #[test]
    fn r17_printing_and_taking_out_are_rights_of_their_own() {
        let policy = table();
        for action in [Action::Print, Action::Export] {
            let mut refused = 0;
            for read in Cell::all().filter(|cell| cell.action == Action::Read) {
                let (may_read, may_take) = (policy.allows(read), policy.allows(Cell { action, ..read }));
                assert!(may_read || !may_take, "{read:?} is not read and yet {action:?}");
                refused += usize::from(may_read && !may_take);
            }
            assert!(refused > 0, "whoever reads may {action:?}");
        }
        // A file leaves a case only while she agrees.
        for cell in Cell::all().filter(|cell| cell.thing < Thing::Intake && cell.action == Action::Export) {
            let own = cell.relation == Relation::Own;
            assert!(own || cell.consent == Consent::Live || !policy.allows(cell), "{cell:?}");
        }
    }

    #[test]
    fn withdrawal_closes_what_consent_had_opened() {
        let policy = table();
        for cell in Cell::all().filter(|cell| cell.consent == Consent::Live && policy.allows(*cell)) {
            let absent = policy.allows(Cell { consent: Consent::Absent, ..cell });
            assert_eq!(policy.allows(Cell { consent: Consent::Ended, ..cell }), absent, "{cell:?}");
        }
    }

    #[test]
    fn nothing_that_she_may_read_depends_on_a_consent() {
        let policy = table();
        for cell in Cell::all().filter(|cell| cell.role == Role::Survivor && policy.allows(*cell)) {
            assert!(policy.allows(Cell { consent: Consent::Ended, ..cell }), "{cell:?}");
            assert_eq!(cell.purpose, Purpose::OwnRecord);
        }
    }

    #[test]
    fn a_wrong_word_is_refused_with_its_line() {
        let text = "roles,relations,things,actions,purposes,consents,why\nhead,centre,diary,read,care,*,curious\n";
        let fault = Policy::read(text.as_bytes()).expect_err("diary is no thing");
        assert_eq!((fault.line, fault.reason.as_str()), (2, "`diary` is no code of `things`"));
    }
}
