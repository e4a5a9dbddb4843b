-- What happened with an account: its sign-ins, tries that did not fit, changes of what opens it. Such events are about no record.

create index events_account on events (actor, number) where record_id is null;
