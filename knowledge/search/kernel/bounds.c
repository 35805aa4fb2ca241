/* What the sentences of an article can score at the most, told from one entry of each term. */
#include "kernel.h"

static inline int16_t units(const Search *search, float worth) { return (int16_t)(worth / search->unit + 1); }

static float most_of(const Search *search, int64_t group) {
    const Weights *weights = search->weights;
    float most = 0;
    for (int64_t form = search->query->group_bounds[group]; form < search->query->group_bounds[group + 1]; form++)
        most = larger(most, search->query->worths[form]);
    return most * (weights->highest + weights->wholes[TABLE - 1] * weights->share);
}

/* The groups, those that bring most first, and what is left from each on. */
static void order_groups(Search *search) {
    int64_t groups = search->query->groups;
    for (int64_t group = 0; group < groups; group++) {
        int64_t place = group;
        float most = most_of(search, group);
        for (; place > 0 && most_of(search, search->order[place - 1]) < most; place--)
            search->order[place] = search->order[place - 1];
        search->order[place] = group;
    }
    search->rest[groups] = 0;
    for (int64_t place = groups; place-- > 0;)
        search->rest[place] = search->rest[place + 1] + most_of(search, search->order[place]);
}

/* The order of the groups, the unit in which all of them together stay below 2^15, and what each form brings in it. */
void weigh_forms(Search *search) {
    const Query *query = search->query;
    const Weights *weights = search->weights;
    order_groups(search);
    search->unit = (search->rest[0] + 1e-6f) / (32000 - 2 * (float)query->groups);
    for (int64_t form = 0; form < form_count(query); form++) {
        Worth *worth = &search->worths[form];
        float each = query->worths[form], whole = each * weights->share;
        for (int step = 0; step < STEPS; step++) worth->near[step] = units(search, weights->steps[step] * each);
        for (int count = 0; count < COUNTS; count++)
            worth->whole[count] = units(search, weights->wholes[count < COUNTS - 1 ? count : TABLE - 1] * whole);
        worth->far[0] = 0;
        worth->far[1] = units(search, weights->lead * each);
        worth->far[2] = worth->far[3] = units(search, larger(weights->title, weights->lead) * each);
    }
}

/* Adds what a form brings each article to `sums`, or keeps the most there. Compiled for each choice by itself. */
static inline __attribute__((always_inline)) void add_form(const Search *search, const Area *area, int64_t form, Lanes *sums,
                                                           int keep_most, int64_t article_width, int64_t count_width) {
    const Segment *segment = area->segment;
    Term term = area->terms[search->query->form_bounds[form]];
    const Worth *worth = &search->worths[form];
    uint64_t bit = bit_of(form);
    int is_phrase = search->query->form_bounds[form + 1] - search->query->form_bounds[form] > 1;
    for (int64_t entry = term.first; entry < term.end; entry++) {
        int64_t article = at(segment->entry_article, article_width, entry);
        if (article >= segment->articles) return;
        if (is_phrase && !stands_in(search, area, form, article)) continue;
        Lanes lanes = lanes_of(segment, count_width, worth, entry);
        area->forms[article] |= bit;
        sums[article] = keep_most ? larger_lanes(sums[article], lanes) : sums[article] + lanes;
    }
}

static void add_alone(const Search *search, const Area *area, int64_t form) {
    int64_t article_width = area->segment->article_width, count_width = area->segment->count_width;
    if (article_width == 2 && count_width == 1) add_form(search, area, form, area->bounds, 0, 2, 1);
    else add_form(search, area, form, area->bounds, 0, article_width, count_width);
}

static void keep_most(const Search *search, const Area *area, int64_t form) {
    int64_t article_width = area->segment->article_width, count_width = area->segment->count_width;
    if (article_width == 2 && count_width == 1) add_form(search, area, form, search->group_most, 1, 2, 1);
    else add_form(search, area, form, search->group_most, 1, article_width, count_width);
}

/* Adds what was kept for the articles of a group, and forgets it. */
static void add_most(Search *search, const Area *area, int64_t group) {
    const Segment *segment = area->segment;
    const Lanes nothing = {0};
    for (int64_t form = search->query->group_bounds[group]; form < search->query->group_bounds[group + 1]; form++) {
        Term term = area->terms[search->query->form_bounds[form]];
        for (int64_t entry = term.first; entry < term.end; entry++) {
            int64_t article = at(segment->entry_article, segment->article_width, entry);
            if (article >= segment->articles) break;
            area->bounds[article] += search->group_most[article];
            search->group_most[article] = nothing;
        }
    }
}

/* Adds what a group brings to the bounds of all articles of a segment. */
void add_to_all(Search *search, const Area *area, int64_t group) {
    int64_t first = search->query->group_bounds[group], end = search->query->group_bounds[group + 1];
    if (end - first == 1) {
        add_alone(search, area, first);
        return;
    }
    for (int64_t form = first; form < end; form++) keep_most(search, area, form);
    add_most(search, area, group);
}

/* Adds what a group brings to the bounds of one article. */
void add_to_one(const Search *search, const Area *area, int64_t group, int64_t article) {
    const Segment *segment = area->segment;
    Lanes most = {0};
    for (int64_t form = search->query->group_bounds[group]; form < search->query->group_bounds[group + 1]; form++) {
        int64_t entry = entry_of(segment, area->terms[search->query->form_bounds[form]], article);
        if (entry < 0 || !stands_in(search, area, form, article)) continue;
        area->forms[article] |= bit_of(form);
        most = larger_lanes(most, lanes_of(segment, segment->count_width, &search->worths[form], entry));
    }
    area->bounds[article] += most;
}

/* The most that a sentence of an article can score, to which all groups were added. */
float bound_of(const Search *search, const Area *area, int64_t article) {
    const Segment *segment = area->segment;
    const Query *query = search->query;
    Lanes parts = area->bounds[article];
    int64_t sentences = segment->article_sentence[article + 1] - segment->article_sentence[article];
    int64_t size = (sentences + PARTS - 1) / PARTS;
    float highest = 0;
    for (int64_t part = 0; part * size < sentences; part++) {
        /* The place of a sentence is its position or less. */
        float bound = (parts[part] + parts[PARTS]) * search->unit;
        bound *= part * size < TABLE ? search->weights->priors[part * size] : 1;
        for (int64_t thing = 0; thing < query->things; thing++)
            if (segment->article_holds[article * PARTS + part] & query->asked[thing]) bound *= query->factors[thing];
        highest = larger(highest, bound);
    }
    return highest;
}
