/* The scores of the sentences of one article. */
#include "kernel.h"

#include <math.h>
#include <string.h>

/* Where the postings of an entry begin. */
static int64_t postings_of(const Segment *segment, int64_t entry) {
    int64_t start = segment->entry_offset[entry / STRIDE], known = entry / STRIDE * STRIDE;
    if (segment->count_width == 1) {
        const uint8_t *counts = segment->entry_count;
        uint32_t sum = 0;
        for (int64_t other = known; other < entry; other++) sum += counts[other];
        return start + sum;
    }
    for (int64_t other = known; other < entry; other++) start += at(segment->entry_count, segment->count_width, other);
    return start;
}

/* What a term weighs in each sentence of an article, and, returned, in the article as a whole. */
static float weigh(const Search *search, const Segment *segment, int64_t entry, int64_t first, int64_t sentences,
                   float *weights) {
    const Weights *given = search->weights;
    uint32_t count = at(segment->entry_count, segment->count_width, entry);
    int64_t start = postings_of(segment, entry), end = start + count;
    if (end > segment->postings) end = start;
    float everywhere = segment->entry_parts[entry] & IN_HEADING ? given->title : 0;
    if (end > start && at(segment->posting_place, segment->place_width, start) == 0) everywhere = larger(everywhere, given->lead);
    for (int64_t place = 0; place < sentences; place++) weights[place] = everywhere;
    for (int64_t posting = start, next; posting < end; posting = next) {
        int64_t place = at(segment->posting_place, segment->place_width, posting);
        for (next = posting + 1; next < end && at(segment->posting_place, segment->place_width, next) == place;) next++;
        if (place >= sentences) break;
        float times = (float)(next - posting);
        float own = times * given->saturated / (times + given->norms[segment->sentence_length[first + place]]);
        weights[place] = larger(weights[place], own);
        for (int64_t i = 0; i < given->neighbours; i++) {
            int64_t near = place - given->distances[i];
            if (near < 0 || near >= sentences) continue;
            float credit = segment->sentence_leans[first + near] ? given->leaning_credits[i] : given->credits[i];
            weights[near] = larger(weights[near], credit);
        }
    }
    return given->wholes[count < TABLE ? count : TABLE - 1];
}

/* The same for a form, in `least`: the least of what its terms weigh; -1 where one of them isn't in the article. */
static float weigh_form(const Search *search, const Area *area, int64_t form, int64_t article, int64_t *first_entry) {
    const Segment *segment = area->segment;
    int64_t start = search->query->form_bounds[form], end = search->query->form_bounds[form + 1];
    int64_t first = segment->article_sentence[article], sentences = segment->article_sentence[article + 1] - first;
    float whole = -1;
    for (int64_t term = start; term < end; term++) {
        int64_t entry = entry_of(segment, area->terms[term], article);
        if (entry < 0) return -1;
        if (term == start) {
            *first_entry = entry;
            whole = weigh(search, segment, entry, first, sentences, search->least);
            continue;
        }
        float other = weigh(search, segment, entry, first, sentences, search->term);
        whole = whole < other ? whole : other;
        for (int64_t i = 0; i < sentences; i++)
            search->least[i] = search->least[i] < search->term[i] ? search->least[i] : search->term[i];
    }
    return whole;
}

/* Adds the best of a group's forms to `total` and `whole`, and takes from `rest` what it was bounded by. */
static int add_group(Search *search, const Area *area, int64_t group, int64_t article, uint64_t forms, float *whole,
                     Lanes *rest) {
    const Segment *segment = area->segment;
    const Query *query = search->query;
    int64_t sentences = segment->article_sentence[article + 1] - segment->article_sentence[article], entry = 0;
    Lanes bound = {0};
    float most = 0;
    int any = 0;
    for (int64_t form = query->group_bounds[group]; form < query->group_bounds[group + 1]; form++) {
        if (!(forms & bit_of(form))) continue;
        float worth = query->worths[form], found = weigh_form(search, area, form, article, &entry);
        if (found < 0) continue;
        most = larger(most, found * worth);
        if (!any++) memset(search->best, 0, (size_t)sentences * sizeof(float));
        for (int64_t i = 0; i < sentences; i++) search->best[i] = larger(search->best[i], search->least[i] * worth);
        bound = larger_lanes(bound, lanes_of(segment, segment->count_width, &search->worths[form], entry));
    }
    if (!any) return 0;
    *whole += most;
    *rest -= bound;
    for (int64_t i = 0; i < sentences; i++) search->total[i] += search->best[i];
    return 1;
}

/* Whether a sentence may be among the best, once some groups were added and `rest` bounds what the others bring. */
static int may_reach(const Search *search, const Segment *segment, int64_t article, Lanes rest, float whole) {
    const Query *query = search->query;
    int64_t first = segment->article_sentence[article], end = segment->article_sentence[article + 1];
    int64_t size = (end - first + PARTS - 1) / PARTS;
    float least = wanted(search), always = whole * search->weights->share + rest[PARTS] * search->unit;
    for (int64_t part = 0; first + part * size < end; part++) {
        float factor = part * size < TABLE ? search->weights->priors[part * size] : 1, most = 0;
        for (int64_t thing = 0; thing < query->things; thing++)
            if (segment->article_holds[article * PARTS + part] & query->asked[thing]) factor *= query->factors[thing];
        for (int64_t i = part * size; i < (part + 1) * size && first + i < end; i++) most = larger(most, search->total[i]);
        if ((most + rest[part] * search->unit + always) * factor >= least) return 1;
    }
    return 0;
}

/* Whether a sentence of the article may be among the best: groups are added until it is known that none is. */
static int is_promising(Search *search, const Area *area, int64_t article) {
    Lanes rest = area->bounds[article];
    float whole = 0;
    for (int64_t i = 0; i < search->query->groups; i++)
        if (add_group(search, area, search->order[i], article, area->forms[article], &whole, &rest))
            if (!may_reach(search, area->segment, article, rest, whole)) return 0;
    return 1;
}

static void forget_total(Search *search, int64_t sentences) {
    memset(search->total, 0, (size_t)sentences * sizeof(float));
}

/* Offers the sentences of an article, for which all groups were added to its bounds, or not yet. Scores are summed in the order of the question, as where all are computed. */
void read_article(Search *search, int64_t number, int64_t article, int all_added) {
    const Area *area = &search->areas[number];
    const Segment *segment = area->segment;
    const Query *query = search->query;
    int64_t first = segment->article_sentence[article], sentences = segment->article_sentence[article + 1] - first;
    forget_total(search, sentences);
    area->done[article] = 1;
    if (all_added && wanted(search) > 0 && !is_promising(search, area, article)) return;
    forget_total(search, sentences);
    uint64_t forms = all_added ? area->forms[article] : ~(uint64_t)0;
    Lanes rest = {0};
    float whole = 0;
    for (int64_t group = 0; group < query->groups; group++) add_group(search, area, group, article, forms, &whole, &rest);
    whole *= search->weights->share;
    for (int64_t i = 0; i < sentences; i++) {
        if (search->total[i] <= 0) continue;
        uint32_t position = at(segment->sentence_position, segment->position_width, first + i);
        float score = (search->total[i] + whole) * search->weights->priors[position < TABLE ? position : TABLE - 1];
        for (int64_t thing = 0; thing < query->things; thing++)
            if (segment->sentence_holds[first + i] & query->asked[thing]) score *= query->factors[thing];
        if (score < wanted(search)) continue;
        offer(search, (Hit){rint((double)score * 1e5) / 1e5, segment->article_key[article], position, number, first + i});
    }
}
