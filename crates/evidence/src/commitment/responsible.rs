//! Responsible: who answers for a commitment. Where everybody does, nobody does.

/// The bodies that answer for a commitment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Responsible {
    /// Who leads, as far as the table says.
    pub leads: Vec<String>,
    /// Everybody else.
    pub others: Vec<String>,
}

impl Responsible {
    /// Reads a list of bodies, and of leads where the table has a column for them. A list of one body has a lead; a list of
    /// several names none, whatever their order.
    pub fn read(bodies: Option<&str>, leads: Option<&str>) -> Self {
        let list = |cell| crate::kept::parts(cell).map(str::to_owned).collect::<Vec<String>>();
        let (bodies, leads) = (list(bodies), list(leads));
        match (leads.is_empty(), bodies.len()) {
            (true, 1) => Self { leads: bodies, others: Vec::new() },
            (true, _) => Self { leads, others: bodies },
            (false, _) => {
                let others = bodies.into_iter().filter(|body| !leads.contains(body)).collect();
                Self { leads, others }
            }
        }
    }

    /// The one who leads; nobody where several do, or none.
    pub fn one_lead(&self) -> Option<&str> {
        match self.leads.as_slice() {
            [lead] => Some(lead),
            _ => None,
        }
    }

    /// Everybody.
    pub fn bodies(&self) -> impl Iterator<Item = &str> {
        self.leads.iter().chain(&self.others).map(String::as_str)
    }
}
