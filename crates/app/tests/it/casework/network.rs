//! The invented network of the demonstration: its totals are those that were published.

use std::collections::BTreeMap;
use std::sync::Arc;

use pana_app::casework::{Casework, Document};
use pana_casework::Kind;
use pana_casework::exit::FollowUp;
use pana_casework::policy::Role;
use pana_casework::screening::Answer;
use pana_casework::service::Delivered;
use pana_casework::statistic::{CitizenshipGroup, StatisticRow};
use pana_packs::casework::network::Network;
use pana_store::casework::in_memory;
use pana_vault::Secret;

use super::engine::on_server;
use super::world::{law, policy, start};

fn read<T: serde::de::DeserializeOwned>(documents: &[Document], kind: Kind) -> Vec<T> {
    let of_kind = documents.iter().filter(|document| document.kind == kind);
    of_kind.map(|document| document.read().expect("what was written")).collect()
}

#[tokio::test]
async fn the_network_has_the_totals_that_were_published() {
    let network = pana_packs::casework::network::builtin(&pana_packs::builtin::data()).expect("the network");
    let key = Secret::<32>::copy_of(&[7; 32]).expect("32 bytes");
    let databases = [Some(in_memory().await.expect("tables")), on_server("network").await];
    for db in databases.into_iter().flatten() {
        totals(&network, &Arc::new(Casework::open(db, policy(), law(), &key))).await;
    }
}

async fn totals(network: &Network, casework: &Arc<Casework>) {
    let mut workers = Vec::new();
    for (number, centre) in network.centres.iter().enumerate() {
        let built = pana_app::casework::demo::Centre { name: &centre.name, region: &centre.region };
        let id = casework.build(&built, &start()).await.expect("a centre");
        let cast = async |role, login: &str| casework.cast(role, login, Some(&id), &start()).await.expect("an account");
        let head = cast(Role::Head, &format!("head{number}")).await;
        let worker = cast(Role::CaseWorker, &format!("worker{number}")).await;
        casework.let_in(&head.signed(Role::Head, &start()), &worker.account.id).await.expect("let in");
        workers.push(worker);
    }
    casework.populate(network, &workers, &start()).await.expect("they are taken in");
    let (mut served, mut foreign, mut employed, mut both) = (0, 0, 0, 0);
    let mut regions: BTreeMap<String, usize> = BTreeMap::new();
    for worker in &workers {
        let signed = worker.signed(Role::CaseWorker, &start());
        for record in casework.cases(&signed, "open").await.expect("her cases") {
            let open = casework.open_case(&signed, &record.id).await.expect("her case");
            let kinds = [Kind::Statistic, Kind::Service, Kind::FollowUp];
            let documents = open.documents(&kinds).await.expect("what is written");
            let rows: Vec<StatisticRow> = read(&documents, Kind::Statistic);
            assert_eq!(rows.len(), 1);
            let services: Vec<Delivered> = read(&documents, Kind::Service);
            assert!(services.iter().all(|service| service.on.year() == network.year), "{services:?}");
            let works = read::<FollowUp>(&documents, Kind::FollowUp).iter().any(|asked| asked.employed == Some(true));
            assert_eq!(rows[0].employed == Answer::Yes, works, "the counting row says the same");
            let is_foreign = rows[0].citizenship_group == CitizenshipGroup::Foreign;
            served += usize::from(!services.is_empty());
            foreign += usize::from(is_foreign);
            employed += usize::from(works);
            both += usize::from(works && is_foreign);
            *regions.entry(rows[0].region.clone()).or_default() += 1;
        }
    }
    let published = [&network.served, &network.foreign, &network.employed, &network.employed_foreign];
    assert_eq!([served, foreign, employed, both], published.map(|total| total.total));
    let expected: std::collections::BTreeSet<&str> = network.centres.iter().map(|one| one.region.as_str()).collect();
    assert_eq!(regions.keys().map(String::as_str).collect::<std::collections::BTreeSet<_>>(), expected);
}
