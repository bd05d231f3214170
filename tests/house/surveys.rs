//! What others found by asking in other ways than by cards, as files of a kind each: a survey of clients drawn by lot, visits of
//! mystery shoppers, and how engaged the staff of units are.

use reqwest::StatusCode;

use crate::edition::last_quarter;
use crate::reading::hidden;
use crate::{Desk, House, PUBLISHER, SECOND_PUBLISHER, SENIOR, until};

/// A survey: what is said of it, and its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey {
    /// Its name in addresses.
    pub name: &'static str,
    /// What is said of it.
    pub about: String,
    /// Its file.
    pub file: String,
}

/// What every survey says of itself, but for what follows.
fn said(name: &str, kind: &str, mode: &str, [en, fr]: [&str; 2]) -> String {
    let last = jiff::Zoned::now().date().first_of_month().yesterday().expect("a day");
    format!(
        "name = \"{name}\"\nkind = \"{kind}\"\nmode = \"{mode}\"\ntitle = {{ en = \"{en}\", fr = \"{fr}\" }}\n\
         fielded_by = {{ en = \"A research firm\", fr = \"Une firme de recherche\" }}\n\
         frame = {{ en = \"Everyone who was served in the quarter\", fr = \"Tous les usagers du trimestre\" }}\n\
         question = {{ en = \"How satisfied were you with the service as a whole?\", \
         fr = \"À quel point le service dans son ensemble vous a-t-il satisfait?\" }}\n\
         first_day = \"{}\"\nlast_day = \"{last}\"\n",
        last.first_of_month()
    )
}

fn file(columns: &str, rows: &[(&str, usize)]) -> String {
    let rows = rows.iter().flat_map(|(row, many)| std::iter::repeat_n(*row, *many));
    std::iter::once(columns).chain(rows).collect::<Vec<_>>().join("\n")
}

impl Survey {
    /// Clients drawn by lot: 280 answered, fewer in French and on paper than there are.
    #[must_use]
    pub fn of_clients() -> Self {
        let name = "passport-clients";
        let titles = ["Survey of passport clients", "Enquête auprès des usagers du passeport"];
        let mut about = said(name, "probability", "phone", titles);
        about.push_str("[[service]]\nslug = \"passport\"\npeople = 100000\ninvited = 1000\n");
        for (channel, language, people) in [
            ("web", "en", 35_880),
            ("web", "fr", 10_120),
            ("phone", "en", 22_620),
            ("phone", "fr", 6_380),
            ("paper", "en", 19_500),
            ("paper", "fr", 5_500),
        ] {
            about.extend([format!(
                "[[service.group]]\nchannel = \"{channel}\"\nlanguage = \"{language}\"\npeople = {people}\n"
            )]);
        }
        let rows = [
            ("passport,web,en,5,5", 90),
            ("passport,web,en,4,3", 30),
            ("passport,web,fr,4,4", 40),
            ("passport,phone,en,3,2", 60),
            ("passport,phone,fr,2,n/a", 30),
            ("passport,paper,en,5,1", 20),
            ("passport,paper,fr,1,1", 10),
        ];
        Self { name, about, file: file("service,channel,language,overall,drivers.timeliness", &rows) }
    }

    /// Visits, drawn by lot.
    #[must_use]
    pub fn of_shoppers() -> Self {
        let name = "counters-visited";
        let titles = ["Visits to passport counters", "Visites aux comptoirs du passeport"];
        let mut about = said(name, "mystery-shopping", "in-person", titles);
        about.push_str("is_drawn = true\n[[service]]\nslug = \"passport\"\n");
        for (criterion, en, fr) in [
            ("greeted", "Greeted in both official languages", "Accueil dans les deux langues officielles"),
            ("wait-posted", "The wait was posted", "L’attente était affichée"),
            ("ramp", "The ramp could be used", "La rampe était utilisable"),
        ] {
            about.extend([format!("[[criterion]]\nname = \"{criterion}\"\nen = \"{en}\"\nfr = \"{fr}\"\n")]);
        }
        let rows = [("passport,yes,yes,n/a", 40), ("passport,yes,no,n/a", 12), ("passport,no,no,yes", 8)];
        Self { name, about, file: file("service,greeted,wait-posted,ramp", &rows) }
    }

    /// Ten units, on three services.
    #[must_use]
    pub fn of_staff() -> Self {
        let name = "staff-engagement";
        let titles = ["Engagement of staff by unit", "Engagement du personnel par unité"];
        let mut about = said(name, "engagement", "online", titles);
        about.extend([format!("quarter = \"{}\"\n", last_quarter().0)]);
        let services = ["passport", "study-permit", "weather"];
        let unit = |number: usize| {
            let (service, score) = (services[number % 3], [71, 58, 83][number % 3] + number);
            format!("unit-{number},Unit {number},Unité {number},{service},{},{},{score}", 30 + number, 20 + number)
        };
        let head = "unit,unit_en,unit_fr,services,people,answered,engagement".to_owned();
        let rows: Vec<String> = std::iter::once(head).chain((1..=10).map(unit)).collect();
        Self { name, about, file: rows.join("\n") }
    }
}

impl House {
    /// Writes the two files of a survey; the command that imports them in a senior officer's name, which has to be hired.
    #[must_use]
    pub fn import_of(&self, survey: &Survey) -> Vec<String> {
        let about = self.write(&format!("{}.toml", survey.name), &survey.about);
        let file = self.write(&format!("{}.csv", survey.name), &survey.file);
        let [about, file] = [about, file].map(|path| path.to_str().expect("a path").to_owned());
        ["import", "results", &file, "--about", &about, "--by", SENIOR.name].map(str::to_owned).to_vec()
    }

    /// Imports a survey; what was printed.
    #[must_use]
    pub fn import_survey(&self, survey: &Survey) -> String {
        let command = self.import_of(survey);
        self.command(&command.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// Has three surveys wait for a publisher, beside published results of three services.
    pub async fn import_surveys(&self) {
        self.hire(SECOND_PUBLISHER);
        for (service, best, worst) in [("passport", 90, 30), ("study-permit", 60, 60), ("weather", 110, 10)] {
            let cards = [("en", "paper", 5, best), ("en", "paper", 2, worst)];
            self.import_cards(&format!("{service}.csv"), service, &cards);
        }
        let db = self.db().await;
        until("the cards are counted", async || {
            let rows = db.read("SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) FROM pattern_counts", Vec::new()).await;
            (rows.expect("a sum")[0].int(0).expect("a number") >= 360).then_some(())
        })
        .await;
        db.close().await;
        let said = self.command(&["edition", "prepare", &last_quarter().0, "--by", PUBLISHER.name]);
        assert!(said.contains("is prepared"), "{said}");
        let second = self.sign_in(SECOND_PUBLISHER).await;
        let page = second.page("/publish/editions").await;
        assert_eq!(second.approve(&page, "").await, StatusCode::SEE_OTHER);
        for survey in [Survey::of_clients(), Survey::of_shoppers(), Survey::of_staff()] {
            let said = self.import_survey(&survey);
            assert!(said.contains("is prepared"), "{said}");
        }
    }
}

impl Desk {
    /// Presses "approve" for a survey on a page that was loaded before.
    pub async fn approve_survey(&self, page: &str, name: &str) -> StatusCode {
        let form = page.split("<form").find(|form| form.contains(&format!("value=\"{name}\""))).unwrap_or_default();
        let [token, sha256] = ["form_token", "sha256"].map(|field| hidden(form, field));
        let form = [("form_token", token.as_str()), ("survey", name), ("sha256", &sha256)];
        self.post("/publish/populations?lang=en").form(&form).send().await.expect("an answer").status()
    }
}
