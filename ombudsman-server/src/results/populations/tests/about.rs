//! What is said of a survey is held against itself before any row is read.

use super::{read, said, service};
use crate::results::populations::{About, AboutFault};

#[track_caller]
fn refused(said: &str, fault: &str) {
    let refused = About::read(said, jiff::civil::date(2026, 7, 1)).expect_err("it cannot be");
    assert!(refused.to_string().contains(fault), "{refused}, not {fault}");
}

#[test]
fn a_survey_says_who_was_asked_and_how() {
    let groups = "people = 100\ninvited = 40\n[[service.group]]\nlanguage = \"en\"\npeople = 80\n\
                  [[service.group]]\nlanguage = \"fr\"\npeople = 20\n";
    let about = read(&said("probability", "phone", &service(groups)));
    assert_eq!(about.services[0].groups.iter().map(|group| group.channel.as_str()).collect::<Vec<_>>(), ["all", "all"]);
    assert_eq!(about.services[0].invited, Some(40));
}

#[test]
fn what_cannot_be_is_refused_by_its_name() {
    let asked = service("invited = 40\n");
    refused("name = 1", "invalid type");
    refused(&said("probability", "phone", &asked).replace("passport-2026", "Passport 2026"), "name: a name has");
    refused(&said("probability", "phone", &asked).replace("\"frame\"", "\" \""), "frame: a text has");
    refused(&said("probability", "phone", &asked).replace("2026-05-31", "2026-04-30"), "before first_day");
    refused(&said("probability", "phone", &asked).replace("2026-05-31", "2026-07-01"), "is not over yet");
    refused(&said("probability", "phone", ""), "service is needed");
    refused(&said("probability", "phone", &service("")), "invited is needed");
    refused(&said("probability", "phone", &[asked.as_str(), &asked].concat()), "service stands twice");
    refused(&said("probability", "phone", &service("people = 30\ninvited = 40\n")), "more were invited");
    refused(&said("employees", "online", &asked), "people is needed");
    refused(&said("panel", "online", &format!("is_drawn = true\n{asked}")), "is_drawn belongs to another kind");
    refused(&said("panel", "online", &format!("quarter = \"2026-Q1\"\n{asked}")), "quarter belongs to another kind");
    refused(&said("engagement", "online", ""), "quarter is needed");
    refused(&said("engagement", "online", "quarter = \"2026\"\n"), "quarter is needed");
    refused(&said("mystery-shopping", "in-person", &service("")), "criterion is needed");
    refused(&said("mystery-shopping", "in-person", &asked), "belongs to another kind");
    refused(&said("mystery-shopping", "in-person", "colour = 1\n"), "unknown field");
}

#[test]
fn groups_are_together_everybody_and_each_is_there_once() {
    let with = |groups: &[(&str, u64)]| {
        let group = |(language, people): &(&str, u64)| {
            format!("[[service.group]]\nlanguage = \"{language}\"\npeople = {people}\n")
        };
        let groups: String = groups.iter().map(group).collect();
        said("probability", "phone", &service(&format!("people = 100\ninvited = 40\n{groups}")))
    };
    refused(&with(&[("en", 80), ("fr", 30)]), "not together as many");
    refused(&with(&[("en", 100), ("fr", 0)]), "one is empty");
    refused(&with(&[("en", 50), ("en", 50)]), "group stands twice");
    refused(&with(&[("en", 50), ("klingon", 50)]), &AboutFault::Group.to_string());
}
