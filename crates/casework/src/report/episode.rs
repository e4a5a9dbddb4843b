//! Episodes of one case: from the day help began to the exit, and again when she came back.

use jiff::civil::Date;

use super::month::{Episode, ServiceDay};
use crate::age::AgeGroup;
use crate::person::Sex;

/// What is known of a case for its episodes.
#[derive(Clone, Debug, Default)]
pub struct Days {
    /// Days on which help began or went on: a bed, an admission, the start of a clock.
    pub admitted: Vec<Date>,
    /// Exits.
    pub exits: Vec<Date>,
    /// Days on which she came back.
    pub returns: Vec<Date>,
    /// Services given.
    pub services: Vec<ServiceDay>,
}

/// The episodes of one person, the oldest first. Somebody who was screened and got neither a bed nor a service has none.
pub fn episodes(person: &str, sex: Sex, age_group: AgeGroup, days: &Days) -> Vec<Episode> {
    let given = days.services.iter().map(|service| service.on);
    let Some(first) = days.admitted.iter().copied().chain(given).min() else { return Vec::new() };
    let mut starts: Vec<Date> = days.returns.iter().copied().filter(|day| *day > first).collect();
    starts.push(first);
    starts.sort();
    starts.dedup();
    let mut exits = days.exits.clone();
    exits.sort();
    let next = |at: usize| starts.get(at + 1).copied();
    let episode = |(at, &admitted): (usize, &Date)| {
        // The exit of an episode lies between its first day and the day she came back.
        let left = exits.iter().copied().rfind(|exit| admitted <= *exit && next(at).is_none_or(|next| *exit <= next));
        let inside = |service: &&ServiceDay| {
            let after = at == 0 || admitted <= service.on;
            after && next(at).is_none_or(|next| service.on < next)
        };
        let services = days.services.iter().filter(inside).cloned().collect();
        Episode { person: person.to_owned(), sex, age_group, admitted, left, services }
    };
    starts.iter().enumerate().map(episode).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn given(on: Date) -> ServiceDay {
        ServiceDay { on, kind: "social_legal".to_owned() }
    }

    fn of(days: &Days) -> Vec<(Date, Option<Date>, usize)> {
        let all = episodes("p", Sex::Female, AgeGroup::Adult, days);
        all.into_iter().map(|one| (one.admitted, one.left, one.services.len())).collect()
    }

    #[test]
    fn whoever_got_no_bed_and_no_service_has_no_episode() {
        assert_eq!(of(&Days { exits: vec![date(2025, 1, 2)], ..Days::default() }), []);
    }

    #[test]
    fn an_episode_begins_with_the_first_help_and_ends_with_the_exit() {
        let days = Days {
            admitted: vec![date(2025, 1, 5), date(2025, 1, 9)],
            services: vec![given(date(2025, 1, 4)), given(date(2025, 1, 20))],
            exits: vec![date(2025, 2, 1)],
            returns: Vec::new(),
        };
        assert_eq!(of(&days), [(date(2025, 1, 4), Some(date(2025, 2, 1)), 2)]);
    }

    #[test]
    fn coming_back_begins_another_episode_of_the_same_person() {
        let days = Days {
            admitted: vec![date(2025, 1, 5)],
            services: vec![given(date(2025, 1, 6)), given(date(2025, 3, 2))],
            exits: vec![date(2025, 2, 1)],
            returns: vec![date(2025, 3, 1)],
        };
        let expected = [(date(2025, 1, 5), Some(date(2025, 2, 1)), 1), (date(2025, 3, 1), None, 1)];
        assert_eq!(of(&days), expected);
        let again = Days { exits: vec![date(2025, 2, 1), date(2025, 4, 1)], ..days };
        assert_eq!(of(&again)[1].1, Some(date(2025, 4, 1)));
    }
}
