//! Dates and numbers as each language writes them.

use std::cell::RefCell;
use std::cmp::Ordering;

use feedback::Language;
use icu::calendar::Iso;
use icu::collator::Collator;
use icu::collator::options::CollatorOptions;
use icu::datetime::DateTimeFormatter;
use icu::datetime::fieldsets::{YM, YMDE};
use icu::datetime::input::Date as IcuDate;
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::locale::{Locale, locale};
use jiff::civil::Date;

use super::Words;

impl Words {
    /// The date in full: `Tuesday, November 24, 2026`, `mardi 24 novembre 2026`. Arabic has the months of the Gregorian
    /// calendar by the names most widely read (`نوفمبر`), and the digits that everything else in Canada has.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        let Ok(month) = u8::try_from(date.month()) else { return date.to_string() };
        let Ok(day) = u8::try_from(date.day()) else { return date.to_string() };
        let day_of_year = IcuDate::try_new_iso(i32::from(date.year()), month, day);
        let written = day_of_year.ok().and_then(|day_of_year| self.full(day_of_year));
        written.map_or_else(|| date.to_string(), |written| self.in_a_sentence(written))
    }

    /// The date as the locale writes it. What that takes is read once for each thread: it costs far more than a date.
    fn full(&self, date: IcuDate<Iso>) -> Option<String> {
        thread_local! {
            static FORMATTERS: RefCell<Vec<(Language, DateTimeFormatter<YMDE>)>> = const { RefCell::new(Vec::new()) };
        }
        FORMATTERS.with_borrow_mut(|known| {
            let found = known.iter().position(|(language, _)| *language == self.language());
            let place = if let Some(place) = found {
                place
            } else {
                let formatter = DateTimeFormatter::try_new(self.locale().into(), YMDE::long()).ok()?;
                known.push((self.language(), formatter));
                known.len() - 1
            };
            known.get(place).map(|(_, formatter)| formatter.format(&date).to_string())
        })
    }

    /// The month in which a day is, with its year: `April 2026`, `avril 2026`.
    #[must_use]
    pub fn month(&self, day: Date) -> String {
        let written = u8::try_from(day.month()).ok().and_then(|month| {
            let first_day = IcuDate::try_new_iso(i32::from(day.year()), month, 1).ok()?;
            let formatter = DateTimeFormatter::try_new(self.locale().into(), YM::long()).ok()?;
            Some(formatter.format(&first_day).to_string())
        });
        written.unwrap_or_else(|| day.to_string())
    }

    /// The whole number with the language's grouping: `1,234`, `1 234`.
    #[must_use]
    pub fn number(&self, number: u64) -> String {
        self.decimal(&Decimal::from(number))
    }

    fn decimal(&self, number: &Decimal) -> String {
        DecimalFormatter::try_new(self.locale().into(), icu::decimal::options::DecimalFormatterOptions::default())
            .map_or_else(|_| number.to_string(), |formatter| formatter.format_to_string(number))
    }

    /// A share of a hundred, given in the parts that so many decimals make: 987 with one is `98.7%`, `98,7 %`; 900 is `90%`.
    #[must_use]
    pub fn percent(&self, parts: u64, decimals: u32) -> String {
        let mut shown = Decimal::from(parts);
        shown.absolute.multiply_pow10(-i16::try_from(decimals).unwrap_or(0));
        shown.absolute.trim_end();
        self.with("percent", "number", self.decimal(&shown))
    }

    /// A number of hundredths with two decimals: `0.52`, `-0,20`.
    #[must_use]
    pub fn hundredths(&self, hundredths: i64) -> String {
        let mut number = Decimal::from(hundredths);
        number.multiply_pow10(-2);
        DecimalFormatter::try_new(self.locale().into(), icu::decimal::options::DecimalFormatterOptions::default())
            .map_or_else(|_| number.to_string(), |formatter| formatter.format_to_string(&number))
    }

    /// How two names stand in a list of this language: `É` beside `E`, small letters beside capitals.
    pub fn order(&self) -> impl Fn(&str, &str) -> Ordering + use<> {
        let collator = Collator::try_new(self.locale().into(), CollatorOptions::default()).ok();
        move |a, b| collator.as_ref().map_or_else(|| a.cmp(b), |collator| collator.compare(a, b))
    }

    /// French and Brazilian Portuguese write the first of a month as an ordinal, which the locale data does not; Spanish
    /// sets no comma after the day of the week inside a sentence.
    fn in_a_sentence(&self, date: String) -> String {
        match self.language() {
            Language::English | Language::Arabic => date,
            Language::Spanish => date.replacen(", ", " ", 1),
            Language::French => date.replacen(" 1 ", " 1er ", 1),
            Language::Portuguese => date.replacen(" 1 ", " 1º ", 1),
        }
    }

    const fn locale(&self) -> Locale {
        match self.language() {
            Language::English => locale!("en-CA"),
            Language::French => locale!("fr-CA"),
            Language::Spanish => locale!("es-419"),
            Language::Portuguese => locale!("pt-BR"),
            Language::Arabic => locale!("ar-u-nu-latn"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_each_language_writes_them() {
        let date = jiff::civil::date(2026, 7, 1);
        assert_eq!(Words::of(Language::English).date(date), "Wednesday, July 1, 2026");
        assert_eq!(Words::of(Language::French).date(date), "mercredi 1er juillet 2026");
        assert_eq!(Words::of(Language::Spanish).date(date), "miércoles 1 de julio de 2026");
        assert_eq!(Words::of(Language::Portuguese).date(date), "quarta-feira, 1º de julho de 2026");
        assert_eq!(Words::of(Language::Arabic).date(date), "الأربعاء، 1 يوليو 2026");
    }

    #[test]
    fn months_are_written_with_their_year() {
        let date = jiff::civil::date(2026, 4, 1);
        assert_eq!(Words::of(Language::English).month(date), "April 2026");
        assert_eq!(Words::of(Language::French).month(date), "avril 2026");
    }

    #[test]
    fn a_name_with_an_accent_stands_beside_the_one_without() {
        let mut names = ["Zones", "Études", "permis", "Emploi", "Permis d’études"];
        let order = Words::of(Language::French).order();
        names.sort_by(|a, b| order(a, b));
        assert_eq!(names, ["Emploi", "Études", "permis", "Permis d’études", "Zones"]);
    }

    #[test]
    fn a_share_has_no_more_digits_than_it_needs() {
        let written = |language| [987, 900, 1_000, 5, 0].map(|parts| Words::of(language).percent(parts, 1));
        assert_eq!(written(Language::English), ["98.7%", "90%", "100%", "0.5%", "0%"]);
        assert_eq!(written(Language::French), ["98,7\u{a0}%", "90\u{a0}%", "100\u{a0}%", "0,5\u{a0}%", "0\u{a0}%"]);
        assert_eq!(Words::of(Language::English).percent(995_000, 4), "99.5%");
    }

    #[test]
    fn numbers_are_grouped_as_each_language_groups_them() {
        assert_eq!(Words::of(Language::English).number(12_345), "12,345");
        assert_eq!(Words::of(Language::French).number(12_345), "12\u{a0}345");
        assert_eq!(Words::of(Language::Spanish).number(12_345), "12,345");
        assert_eq!(Words::of(Language::Portuguese).number(12_345), "12.345");
        assert_eq!(Words::of(Language::Arabic).number(12_345), "12,345");
    }

    #[test]
    fn hundredths_have_two_decimals() {
        assert_eq!(Words::of(Language::English).hundredths(52), "0.52");
        assert_eq!(Words::of(Language::French).hundredths(150), "1,50");
        assert_eq!(Words::of(Language::English).hundredths(-7), "-0.07");
    }
}
