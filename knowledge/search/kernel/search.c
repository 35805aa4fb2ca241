/* The best sentences of segments, by exact scores, without a look at most of them.
 *
 * The terms of a question come in groups, of which the best one counts. The groups that bring most are added first to the
 * bounds of all articles that hold them. Once some sentences are known that score more than the other groups could bring
 * together, only articles that were seen can be among the best, as in MaxScore (Turtle and Flood, 1995): the other groups
 * are added to these alone where that is less work, and those that can't reach the best any more are left out. The rest
 * are read from the highest bound on. `exhaustive.py` says in numpy what the scores are: both give the same, to the bit.
 *
 * Plain C, without Python's headers: it is loaded by ctypes, which gives up the GIL meanwhile. Segments are files from a
 * disk: every number from them that is used as a place is checked first.
 */
#include "kernel.h"

#include <stdlib.h>

#define LOOK 8         /* articles read after a group, to know how good the best are */
#define LOOKUP_COST 5  /* of finding an entry, by that of adding one */

/* Puts an article among the best, best first, if it is one; returns how many there are. */
static int put(Candidate *best, int count, Candidate one) {
    int place = count;
    if (count == LOOK && one.bound <= best[LOOK - 1].bound) return count;
    for (int i = 0; i < count; i++)
        if (best[i].area == one.area && best[i].article == one.article) return count;
    if (count == LOOK) place--;
    else count++;
    for (; place > 0 && best[place - 1].bound < one.bound; place--) best[place] = best[place - 1];
    best[place] = one;
    return count;
}

/* Reads the articles of the highest bounds among those that hold a group. */
static void look_at_best(Search *search, int64_t group) {
    Candidate best[LOOK];
    int count = 0;
    for (int32_t number = 0; number < search->count; number++) {
        const Area *area = &search->areas[number];
        for (int64_t form = search->query->group_bounds[group]; form < search->query->group_bounds[group + 1]; form++) {
            Term term = area->terms[search->query->form_bounds[form]];
            for (int64_t entry = term.first; entry < term.end; entry++) {
                int64_t article = at(area->segment->entry_article, area->segment->article_width, entry);
                if (article >= area->segment->articles || area->done[article]) continue;
                count = put(best, count, (Candidate){largest_lane(area->bounds[article]), number, (int32_t)article});
            }
        }
    }
    for (int i = 0; i < count; i++) read_article(search, best[i].area, best[i].article, 0);
}

/* ---- once only articles that were seen may be ---- */

/* What the highest bound of a part must be, in units, if groups bring `more` that weren't added. */
static int32_t least_bound(const Search *search, float more) {
    return (int32_t)((wanted(search) / search->most - more) / search->unit) - 1;
}

static void list_candidates(Search *search, float more) {
    int32_t least = least_bound(search, more);
    for (int32_t number = 0; number < search->count; number++) {
        const Area *area = &search->areas[number];
        for (int32_t article = 0; article < area->segment->articles; article++) {
            if (!area->forms[article] || area->done[article]) continue;
            int32_t bound = largest_lane(area->bounds[article]);
            if (bound >= least) search->candidates[search->candidate_count++] = (Candidate){bound, number, article};
        }
    }
}

static void leave_out(Search *search, float more) {
    int32_t least = least_bound(search, more);
    int64_t kept = 0;
    for (int64_t i = 0; i < search->candidate_count; i++) {
        Candidate one = search->candidates[i];
        one.bound = largest_lane(search->areas[one.area].bounds[one.article]);
        if (one.bound >= least) search->candidates[kept++] = one;
    }
    search->candidate_count = kept;
}

/* Candidates are a heap with the highest bound on top. */
static void sink(Candidate *candidates, int64_t count, int64_t place) {
    for (int64_t child; (child = 2 * place + 1) < count; place = child) {
        if (child + 1 < count && candidates[child + 1].bound > candidates[child].bound) child++;
        if (candidates[place].bound >= candidates[child].bound) return;
        Candidate held = candidates[place];
        candidates[place] = candidates[child];
        candidates[child] = held;
    }
}

static void read_candidates(Search *search) {
    Candidate *candidates = search->candidates;
    int64_t count = search->candidate_count;
    for (int64_t place = count / 2; place-- > 0;) sink(candidates, count, place);
    while (count && candidates[0].bound >= least_bound(search, 0)) {
        Candidate one = candidates[0];
        if (bound_of(search, &search->areas[one.area], one.article) >= wanted(search))
            read_article(search, one.area, one.article, 1);
        candidates[0] = candidates[--count];
        sink(candidates, count, 0);
    }
}

/* ---- all of it ---- */

/* What it is to add a group to all articles, and to one. */
static int64_t cost_of(const Search *search, int64_t group, int64_t *of_one) {
    const Query *query = search->query;
    int64_t entries = 0;
    *of_one = (query->group_bounds[group + 1] - query->group_bounds[group]) * LOOKUP_COST;
    for (int64_t number = 0; number < search->count; number++)
        for (int64_t form = query->group_bounds[group]; form < query->group_bounds[group + 1]; form++) {
            Term term = search->areas[number].terms[query->form_bounds[form]];
            entries += term.end - term.first;
        }
    return entries;
}

static void add_groups(Search *search) {
    const Query *query = search->query;
    int are_listed = 0;
    for (int64_t place = 0; place < query->groups; place++) {
        int64_t group = search->order[place], of_one, of_all = cost_of(search, group, &of_one);
        float more = search->rest[place + 1];
        if (are_listed && search->candidate_count * of_one < of_all) {
            for (int64_t i = 0; i < search->candidate_count; i++)
                add_to_one(search, &search->areas[search->candidates[i].area], group, search->candidates[i].article);
        } else {
            for (int64_t number = 0; number < search->count; number++) add_to_all(search, &search->areas[number], group);
        }
        if (are_listed) {
            leave_out(search, more);
        } else {
            if (more * search->most > wanted(search)) look_at_best(search, group);
            are_listed = more * search->most <= wanted(search);
            if (are_listed) list_candidates(search, more);
        }
    }
}

/* Finds the entries of all terms in a segment. */
static void look_up_terms(const Search *search, int64_t number) {
    Area *area = &search->areas[number];
    const Segment *segment = area->segment;
    for (int64_t i = 0; i < search->query->form_bounds[form_count(search->query)]; i++) {
        int64_t term = search->query->numbers[i * search->count + number];
        Term found = {0, 0};
        if (term >= 0 && term < segment->terms) found = (Term){segment->entry_bounds[term], segment->entry_bounds[term + 1]};
        area->terms[i] = found.first <= found.end && found.end <= segment->entries ? found : (Term){0, 0};
    }
}

/* Memory for all that a search needs, zeros at first, of which parts are taken in order; those of vectors come first. */
typedef struct {
    char *memory;
    size_t size;
} Store;

static void *take(Store *store, size_t count, size_t size) {
    void *taken = store->memory ? store->memory + store->size : 0;
    store->size += (count * size + 15) / 16 * 16;
    return taken;
}

/* Lays out the parts in a store: first without memory, to see how much is needed. */
static void lay_out(Search *search, const Segment *const *segments, const uint8_t *const *allowed, Store *store) {
    const Query *query = search->query;
    size_t terms = (size_t)query->form_bounds[form_count(query)], groups = (size_t)query->groups, longest = 0, largest = 0;
    search->areas = take(store, (size_t)search->count, sizeof(Area));
    for (int64_t i = 0; i < search->count; i++) {
        size_t articles = (size_t)segments[i]->articles, length = (size_t)segments[i]->longest;
        Area area = {.segment = segments[i], .bounds = take(store, articles, sizeof(Lanes))};
        area.terms = take(store, terms, sizeof(Term));
        area.forms = take(store, articles, sizeof(uint64_t));
        area.done = take(store, articles, 1);
        if (store->memory) {
            search->areas[i] = area;
            for (size_t article = 0; allowed[i] && article < articles; article++) area.done[article] = !allowed[i][article];
            look_up_terms(search, i);
        }
        largest = articles > largest ? articles : largest;
        longest = length > longest ? length : longest;
    }
    search->group_most = take(store, largest, sizeof(Lanes));
    search->worths = take(store, (size_t)form_count(query), sizeof(Worth));
    search->order = take(store, groups, sizeof(int64_t));
    search->rest = take(store, groups + 1, sizeof(float));
    search->total = take(store, longest, sizeof(float));
    search->best = take(store, longest, sizeof(float));
    search->term = take(store, longest, sizeof(float));
    search->least = take(store, longest, sizeof(float));
}

/* Whether the structures are as large as Python takes them to be. */
API int64_t layout(int64_t segment, int64_t weights, int64_t query) {
    return segment == sizeof(Segment) && weights == sizeof(Weights) && query == sizeof(Query);
}

/* The best hits of all segments, in no order: how many, or -1 where there is no memory. `allowed` has for each segment
 * which articles may be found, or null for all; `hits` has room for `query->limit`. */
API int64_t search(const Segment *const *segments, const uint8_t *const *allowed, int64_t count, const Weights *weights,
                   const Query *query, Hit *hits) {
    Search search = {.weights = weights, .query = query, .count = count, .hits = hits, .most = 1 + weights->opening};
    Store needed = {0}, store = {0};
    size_t articles = 1;
    for (int64_t thing = 0; thing < query->things; thing++) search.most *= larger(query->factors[thing], 1);
    lay_out(&search, segments, allowed, &needed);
    for (int64_t i = 0; i < count; i++) articles += (size_t)segments[i]->articles;
    store.memory = calloc(needed.size + 1, 1);
    search.candidates = malloc(articles * sizeof(Candidate));
    if (store.memory && search.candidates) {
        lay_out(&search, segments, allowed, &store);
        weigh_forms(&search);
        add_groups(&search);
        read_candidates(&search);
    } else {
        search.found = -1;
    }
    free(search.candidates);
    free(store.memory);
    return search.found;
}
