//! Importing ILAB's files for any country: releases as CSV, country files as XML or JSON.

use jiff::civil::date;
use pana_evidence::Figure;
use pana_packs::ilab::import::{Imported, import};
use pana_packs::ilab::release::Given;

use crate::assessed::{World, oracle};

fn given() -> Given<'static> {
    Given { country: None, year: Some(2019), released: Some(date(2020, 10, 1)) }
}

#[test]
fn the_series_of_the_pack_comes_in_by_import_as_the_same_observations() {
    let world = World::new();
    let known = world.known();
    let kazakhstan = known.columns.country("Kazakhstan", known.places).expect("a country");
    let given = Given { country: Some(kazakhstan), ..Given::default() };
    let imported = import("series.csv", &oracle("kazakhstan_series.csv"), &known, &given);
    assert_eq!(imported.refused, []);
    let packed: Vec<_> = world.vintages.iter().filter(|observation| observation.source.0 == "ILAB-DATA").collect();
    assert_eq!(imported.observations.iter().collect::<Vec<_>>(), packed);
    let without = import("series.csv", &oracle("kazakhstan_series.csv"), &known, &Given::default());
    assert_eq!((without.observations.len(), without.refused.len()), (0, 19));
}

#[test]
fn a_file_of_many_countries_is_taken_and_what_is_wrong_is_named() {
    let world = World::new();
    let table = "country,data_release,reporting_year,level_label,base_level,labor_inspectors,labor_inspections,astrologers\n\
        Kyrgyz Republic,2021-01-01,2020,Moderate Advancement,moderate,11 (27),\"7,897\",3\n\
        Atlantis,2021-01-01,2020,Moderate Advancement,moderate,1,1,\n\
        KAZ,yesterday,2020,Moderate Advancement,moderate,1,1,\n\
        Burma,2021-01-01,2020,Moderate Advancement,minimal,1,1,\n\
        Côte d’Ivoire,2021-01-01,2020,Moderate Advancement,moderate,a dozen,1,\n\
        Uzbekistan,2021-01-01,2020,N/A,,Unknown,N/A,\n";
    let Imported { observations, refused, .. } = import("many.csv", table, &world.known(), &Given::default());
    let told: Vec<String> = refused.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "many.csv, line 1, column astrologers: this column is not known; it was left out",
            "many.csv, line 3, column country: `Atlantis` is not a country of the world pack",
            "many.csv, line 4, column data_release: `yesterday` is not a day; write YYYY-MM-DD",
            "many.csv, line 5, column base_level: `minimal` is not what the label says: `moderate`",
            "many.csv, line 6, column labor_inspectors: `a dozen` is not a number; write digits, grouped by commas or not, a \
             footnote in brackets, or Unknown",
        ]
    );
    let figures: Vec<(String, Figure)> = observations.into_iter().map(|found| (found.id.0, found.figure)).collect();
    let number = |digits: &str| Figure::Number {
        comparator: pana_evidence::Comparator::Eq,
        value: digits.parse().expect("a number"),
        scale: None,
    };
    let expected = [
        ("ILAB-KGZ-2020-labor_inspections", number("7897")),
        ("ILAB-KGZ-2020-labor_inspectors", number("11")),
        ("ILAB-KGZ-2020-level_label", Figure::Category("Moderate Advancement".to_owned())),
        ("ILAB-UZB-2020-labor_inspections", Figure::NotStated),
        ("ILAB-UZB-2020-labor_inspectors", Figure::NotStated),
        ("ILAB-UZB-2020-level_label", Figure::NotStated),
    ];
    assert_eq!(figures, expected.map(|(id, figure)| (id.to_owned(), figure)));
}

/// A country file in the shape of the app: its names, its defects, none of its sentences.
const COUNTRIES: &str = "<Countries><Country><Name>Kyrgyz Republic</Name><Region>Indo-Pacific</Region>\
    <Advancement_Level>Minimal Advancement \u{2013} Efforts Made but Continued Practices that Delayed Advancement</Advancement_Level>\
    <Goods><Good><Good_Name>Cotton</Good_Name><Child_Labor>Yes</Child_Labor><Forced_Labor>No</Forced_Labor>\
    <Forced_Child_Labor>No</Forced_Child_Labor></Good><Good><Good_Name>Thread</Good_Name><Child_Labor>No</Child_Labor>\
    <Forced_Labor>No</Forced_Labor><Derived_Labor_Exploitation>Yes</Derived_Labor_Exploitation>\
    <Derived_Country>Uzbekistan</Derived_Country></Good></Goods>\
    <Conventions><C_138_Ratified>Yes</C_138_Ratified><Palermo_Ratified>No</Palermo_Ratified></Conventions>\
    <Legal_Standards><Minimum_Work><Standard>Yes</Standard><Age>16</Age><Calculated_Age>No</Calculated_Age>\
    <Conforms_To_Intl_Standard>Yes</Conforms_To_Intl_Standard></Minimum_Work><Minumum_Voluntary_Military><Standard>N/A</Standard>\
    <Age>N/A</Age><Calculated_Age>No</Calculated_Age><Conforms_To_Intl_Standard>N/A</Conforms_To_Intl_Standard>\
    </Minumum_Voluntary_Military><Compulsory_Education><Standard>Yes</Standard><Age>about 15</Age></Compulsory_Education>\
    </Legal_Standards><Enforcements><Labor_Funding>$10,000</Labor_Funding><Labor_Inspectors>11 (27)</Labor_Inspectors>\
    <Labor_Unannounced_Inspections_Premitted>Yes </Labor_Unannounced_Inspections_Premitted><Labor_Inspections>some</Labor_Inspections>\
    <Labor_Violations>Unknown</Labor_Violations><Phase_Of_The_Moon>Full</Phase_Of_The_Moon></Enforcements>\
    <Suggested_Actions><Legal_Framework><Action><Name>Do a first thing.</Name></Action><Action><Name>Do a second thing.</Name></Action>\
    </Legal_Framework><Coordination><Action><Name>N/A</Name></Action></Coordination></Suggested_Actions></Country>\
    <Country><Name>Atlantis</Name></Country></Countries>";

#[test]
fn a_country_file_gives_figures_goods_law_and_suggested_actions() {
    let world = World::new();
    let imported = import("countries.xml", COUNTRIES, &world.known(), &given());
    let figures: Vec<String> = imported
        .observations
        .iter()
        .map(|found| {
            let [value, _, _, words] = found.figure.cells();
            format!("{} {}", found.id.0, value.or(words).unwrap_or_else(|| "not stated".to_owned()))
        })
        .collect();
    assert_eq!(
        figures,
        [
            "ILAB-KGZ-2019-labor_funding 10000",
            "ILAB-KGZ-2019-labor_inspectors 11",
            "ILAB-KGZ-2019-labor_unannounced_inspections_permitted yes",
            "ILAB-KGZ-2019-labor_violations not stated",
            "ILAB-KGZ-2019-level_label Minimal Advancement - Efforts Made but Continued Practice that Delayed Advancement",
        ]
    );
    assert!(imported.observations.iter().all(|found| found.released == Some(date(2020, 10, 1))));
    let rows: Vec<(&str, &str)> =
        imported.records.iter().map(|record| (record.table.as_str(), record.key.as_str())).collect();
    assert_eq!(
        rows,
        [
            ("goods", "TVPRA list of goods|with the findings of 2019|Cotton|KG"),
            ("goods", "TVPRA list of goods|with the findings of 2019|Thread|KG"),
            ("conventions", "KG|2019|c_138"),
            ("conventions", "KG|2019|palermo"),
            ("legal_standards", "KG|2019|minimum_work"),
            ("legal_standards", "KG|2019|minimum_voluntary_military"),
            ("ilab_suggested_actions", "KG|2019|legal_framework|01"),
            ("ilab_suggested_actions", "KG|2019|legal_framework|02"),
        ]
    );
    let told: Vec<String> = imported.refused.iter().map(ToString::to_string).collect();
    assert_eq!(
        told[0],
        "countries.xml, column Legal_Standards.Compulsory_Education.Age: Kyrgyz Republic: `about 15` is not an age in years"
    );
    assert!(
        told[1].starts_with(
            "countries.xml, column Enforcements.Labor_Inspections: Kyrgyz Republic: `some` is not a number"
        )
    );
    assert_eq!(told[2], "countries.xml, column Name: `Atlantis` is not a country of the world pack");
    assert_eq!((told.len(), imported.left_out.as_slice()), (3, &["Phase_Of_The_Moon".to_owned()][..]));
}

#[test]
fn json_with_the_same_names_gives_the_same() {
    let world = World::new();
    let tree = pana_packs::ilab::tree::read(COUNTRIES).expect("a tree");
    let json = serde_json::to_string(&tree).expect("it is JSON");
    let (from_xml, from_json) =
        (import("f", COUNTRIES, &world.known(), &given()), import("f", &json, &world.known(), &given()));
    assert_eq!(from_xml.observations, from_json.observations);
    assert_eq!(from_xml.records, from_json.records);
    assert_eq!(from_xml.refused, from_json.refused);
}

#[test]
fn imported_law_and_goods_are_read_as_those_of_the_pack() {
    use pana_evidence::assessment::{goods, legal};
    use pana_evidence::{PlaceId, Room};
    let world = World::new();
    let records = import("countries.xml", COUNTRIES, &world.known(), &given()).records;
    let room = Room::new(Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new(), records);
    let country = PlaceId("KG".to_owned());
    let goods = goods::goods_of(&room, &country).expect("goods");
    assert_eq!(goods[1].derived.as_ref().and_then(|derived| derived.country.as_deref()), Some("Uzbekistan"));
    assert_eq!((goods[0].child_labour, goods[0].derived.is_some()), (goods::Mark::Yes, false));
    let law = legal::legal_framework_of(&room, &country).expect("law");
    assert_eq!(
        law.conventions.iter().map(|convention| convention.ratified).collect::<Vec<_>>(),
        [Some(true), Some(false)]
    );
    assert_eq!((law.standards[0].age, law.standards[0].conforms), (Some(16), Some(true)));
    assert_eq!((law.standards[1].age, law.standards[1].stated), (None, None));
}

#[test]
fn a_country_file_without_a_year_or_without_countries_is_refused() {
    let world = World::new();
    for (text, reason) in [
        (COUNTRIES, "does not say which reporting year"),
        ("{\"a\": 1}", "does not say which reporting year"),
        ("<Countries><Country>", "not XML"),
        ("[1, 2", "neither XML nor JSON"),
    ] {
        let imported = import("f", text, &world.known(), &Given::default());
        assert!(imported.refused.iter().any(|fault| fault.reason.contains(reason)), "{text}: {:?}", imported.refused);
        assert!(imported.observations.is_empty() && imported.records.is_empty());
    }
    let empty = import("f", "{\"a\": 1}", &world.known(), &given());
    assert!(empty.refused[0].reason.contains("there is no country in it"));
}
