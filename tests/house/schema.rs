//! Whether a JSON keeps to a JSON Schema, for the few words of schemas that the office uses: any other word fails the test, so that no
//! schema says what nobody checks.

use jiff::civil::Date;
use serde_json::Value;

/// What of this value is not as the schema says, each with where it stands; nothing where all is.
#[must_use]
pub fn not_as_in_schema(schema: &Value, value: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    look(schema, value, "", &mut faults);
    faults
}

fn look(schema: &Value, value: &Value, place: &str, faults: &mut Vec<String>) {
    for (word, said) in schema.as_object().expect("a schema is an object") {
        let is_kept = match word.as_str() {
            "$schema" | "$id" | "title" | "description" => true,
            "type" => is_of_type(said, value),
            "enum" => said.as_array().expect("a list").contains(value),
            "oneOf" => {
                let all = said.as_array().expect("a list");
                all.iter().filter(|one| not_as_in_schema(one, value).is_empty()).count() == 1
            }
            "pattern" => value.as_str().is_none_or(|text| is_like(said.as_str().expect("a pattern"), text)),
            "minLength" => value.as_str().is_none_or(|text| text.chars().count() as u64 >= whole(said)),
            "minimum" => value.as_f64().is_none_or(|number| number >= said.as_f64().expect("a number")),
            "maximum" => value.as_f64().is_none_or(|number| number <= said.as_f64().expect("a number")),
            "minItems" => value.as_array().is_none_or(|items| items.len() as u64 >= whole(said)),
            "maxItems" => value.as_array().is_none_or(|items| items.len() as u64 <= whole(said)),
            "required" => value.as_object().is_none_or(|fields| {
                said.as_array().expect("names").iter().all(|name| fields.contains_key(name.as_str().expect("a name")))
            }),
            "items" => {
                for (number, item) in value.as_array().into_iter().flatten().enumerate() {
                    look(said, item, &format!("{place}/{number}"), faults);
                }
                true
            }
            "properties" => {
                for (name, said) in said.as_object().expect("fields") {
                    if let Some(field) = value.get(name) {
                        look(said, field, &format!("{place}/{name}"), faults);
                    }
                }
                true
            }
            "additionalProperties" => keeps_other_fields(schema, said, value, (place, &mut *faults)),
            other => panic!("no test knows what {other} asks for"),
        };
        if !is_kept {
            faults.push(format!("{place}: {word} {said}"));
        }
    }
}

/// Whether the fields of a value that its schema does not name may be there.
fn keeps_other_fields(schema: &Value, said: &Value, value: &Value, (place, faults): (&str, &mut Vec<String>)) -> bool {
    let is_named = |name: &str| schema["properties"].get(name).is_some();
    let others = value.as_object().into_iter().flatten().filter(|(name, _)| !is_named(name));
    match said {
        Value::Bool(may_be) => *may_be || others.count() == 0,
        said => {
            for (name, field) in others {
                look(said, field, &format!("{place}/{name}"), faults);
            }
            true
        }
    }
}

fn whole(said: &Value) -> u64 {
    said.as_u64().expect("a whole number")
}

/// Whether a value is of the type, or of one of the types, that a schema names.
fn is_of_type(said: &Value, value: &Value) -> bool {
    match said {
        Value::Array(all) => all.iter().any(|one| is_of_type(one, value)),
        one => match one.as_str().expect("a type") {
            "null" => value.is_null(),
            "string" => value.is_string(),
            "integer" => value.is_i64() || value.is_u64(),
            "number" => value.is_number(),
            "boolean" => value.is_boolean(),
            "array" => value.is_array(),
            "object" => value.is_object(),
            other => panic!("no test knows the type {other}"),
        },
    }
}

/// Whether a text is as this pattern says.
fn is_like(pattern: &str, text: &str) -> bool {
    let is_name = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    match pattern {
        "^[0-9a-f]{64}$" => text.len() == 64 && text.chars().all(|digit| matches!(digit, '0'..='9' | 'a'..='f')),
        "^[a-z0-9-]{1,60}$" => (1..=60).contains(&text.len()) && text.chars().all(is_name),
        r"^\d{4}-\d{2}-\d{2}$" => text.len() == 10 && text.parse::<Date>().is_ok(),
        r"^\d{4}-Q[1-4]$" => is_quarter(text),
        r"^\d{4}-Q[1-4]\.[1-9]\d*$" => text.split_once('.').is_some_and(|(quarter, number)| {
            is_quarter(quarter) && number.parse::<u32>().is_ok_and(|number| number > 0)
        }),
        other => panic!("no test knows the pattern {other}"),
    }
}

fn is_quarter(text: &str) -> bool {
    text.split_once("-Q").is_some_and(|(year, quarter)| {
        year.len() == 4 && year.chars().all(|digit| digit.is_ascii_digit()) && ["1", "2", "3", "4"].contains(&quarter)
    })
}
