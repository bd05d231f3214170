-- The sites whose pages may embed a service's card, beside those of the settings.
CREATE TABLE sites (
    service TEXT NOT NULL REFERENCES services (slug),
    origin TEXT NOT NULL,
    added_on TEXT NOT NULL,
    PRIMARY KEY (service, origin)
);

-- How often a card was opened in a page, and how often it failed there. Numbers only: no id, no page, no time of day.
CREATE TABLE embed_counts (
    service TEXT NOT NULL REFERENCES services (slug),
    day TEXT NOT NULL,
    kind TEXT NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (service, day, kind)
);

-- Every loader that this office ever served, so that a page which names one by its hash never loses it.
CREATE TABLE loaders (
    hash TEXT PRIMARY KEY,
    script TEXT NOT NULL,
    first_served_on TEXT NOT NULL
);
