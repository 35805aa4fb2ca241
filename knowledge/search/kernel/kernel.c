/* The best sentences of segments, by exact scores, without a look at most of them.
 *
 * For each article a bound of what its sentences can score is added up from one entry for each term. Articles are then
 * read from the highest bound on, until no bound reaches the worst of the best. `scoring.py` says the same in numpy, for
 * all sentences: both give the same scores, to the bit. `__init__.py` has the structures with what each field is.
 *
 * Plain C, without Python's headers: it is loaded by ctypes, which gives up the GIL meanwhile. Segments are files from a
 * disk: every number from them that is used as a place is checked first.
 */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define STRIDE 64
#define IN_HEADING 128
#define TABLE 65536
#define FIRST_LOOK 16

#ifdef _WIN32
#define API __declspec(dllexport)
#else
#define API __attribute__((visibility("default")))
#endif

typedef struct {
    int64_t sentences, articles, terms, entries, postings;
    const uint8_t *term_bytes;
    const int64_t *term_bounds;
    const uint32_t *term_sentences, *entry_bounds;
    const void *entry_article, *entry_count;
    const uint8_t *entry_best;
    const uint32_t *entry_offset;
    const void *posting_place;
    const uint32_t *article_sentence;
    const uint64_t *article_key;
    const uint16_t *sentence_length;
    const uint8_t *sentence_leans;
    const void *sentence_position;
    const uint16_t *sentence_holds;
    int64_t article_width, count_width, place_width, position_width;
} Segment;

typedef struct {
    const float *steps, *norms, *wholes, *priors;
    const int64_t *distances;
    const float *credits, *leaning_credits;
    int64_t neighbours;
    float saturated, lead, title, share, opening, unused;
} Weights;

typedef struct {
    const uint8_t *term_bytes;
    const int64_t *term_bounds, *form_bounds, *group_bounds;
    const float *worths;
    int64_t groups;
    const uint16_t *asked;
    const float *factors;
    int64_t things, limit;
} Query;

typedef struct {
    double score;
    uint64_t key;
    int64_t position, segment, sentence;
} Hit;

typedef struct {
    int64_t first, end; /* its entries in the segment */
} Term;

typedef struct {
    float bound;
    int64_t article;
} Bound;

typedef struct {
    const Segment *segment;
    const Weights *weights;
    const Query *query;
    const uint8_t *allowed;
    int64_t number;
    float most;
    Term *terms;
    float *bounds, *sentence_most, *whole_most; /* one for each article */
    float *total, *best, *term, *least;         /* one for each sentence of the longest article */
    Hit *hits;
    int64_t found;
} Search;

static inline uint32_t at(const void *numbers, int64_t width, int64_t place) {
    switch (width) {
    case 1: return ((const uint8_t *)numbers)[place];
    case 2: return ((const uint16_t *)numbers)[place];
    default: return ((const uint32_t *)numbers)[place];
    }
}

static inline float larger(float one, float other) { return one > other ? one : other; }

/* The place of a string among sorted ones, or -1. */
static int64_t find(const uint8_t *bytes, const int64_t *bounds, int64_t count, const uint8_t *wanted, int64_t length) {
    int64_t low = 0, high = count;
    while (low < high) {
        int64_t middle = (low + high) / 2, size = bounds[middle + 1] - bounds[middle];
        int order = memcmp(bytes + bounds[middle], wanted, (size_t)(size < length ? size : length));
        if (!order && size == length) return middle;
        if (order < 0 || (!order && size < length)) low = middle + 1;
        else high = middle;
    }
    return -1;
}

/* The entry of an article among those of a term, or -1. */
static int64_t entry_of(const Segment *segment, Term term, int64_t article) {
    int64_t low = term.first, high = term.end;
    while (low < high) {
        int64_t middle = (low + high) / 2, found = at(segment->entry_article, segment->article_width, middle);
        if (found == article) return middle;
        if (found < article) low = middle + 1;
        else high = middle;
    }
    return -1;
}

/* ---- bounds ---- */

/* What a term can bring an article: in a sentence, and as a whole; at the most. */
static inline float in_sentence(const Search *search, int64_t entry, float worth) {
    return search->weights->steps[search->segment->entry_best[entry] & (IN_HEADING - 1)] * worth;
}

static inline float as_whole(const Search *search, int64_t entry, float worth) {
    uint32_t count = at(search->segment->entry_count, search->segment->count_width, entry);
    return search->weights->wholes[count < TABLE ? count : TABLE - 1] * worth;
}

typedef enum { ADD, KEEP_MOST, ADD_MOST } Step;

/* Takes a step for each article that all terms of a form stand in. */
static inline void for_articles(Search *search, int64_t form, Step step) {
    const Segment *segment = search->segment;
    int64_t first = search->query->form_bounds[form], end = search->query->form_bounds[form + 1];
    float worth = search->query->worths[form], share = search->weights->share;
    float *bounds = search->bounds, *sentence = search->sentence_most, *whole = search->whole_most;
    for (int64_t entry = search->terms[first].first; entry < search->terms[first].end; entry++) {
        int64_t article = at(segment->entry_article, segment->article_width, entry), other = first + 1;
        if (article >= segment->articles) return;
        while (other < end && entry_of(segment, search->terms[other], article) >= 0) other++;
        if (other < end) continue;
        if (step == ADD) {
            bounds[article] += in_sentence(search, entry, worth) + share * as_whole(search, entry, worth);
        } else if (step == KEEP_MOST) {
            sentence[article] = larger(sentence[article], in_sentence(search, entry, worth));
            whole[article] = larger(whole[article], as_whole(search, entry, worth));
        } else {
            bounds[article] += sentence[article] + share * whole[article];
            sentence[article] = whole[article] = 0;
        }
    }
}

static void add_bounds(Search *search) {
    for (int64_t group = 0; group < search->query->groups; group++) {
        int64_t first = search->query->group_bounds[group], end = search->query->group_bounds[group + 1];
        if (end - first == 1) {
            for_articles(search, first, ADD);
            continue;
        }
        for (int64_t form = first; form < end; form++) for_articles(search, form, KEEP_MOST);
        for (int64_t form = first; form < end; form++) for_articles(search, form, ADD_MOST);
    }
}

/* ---- the sentences of one article ---- */

/* What a term weighs in each sentence of an article, `weights` (sentences,), and in the article, which is returned. */
static float weigh(const Search *search, int64_t entry, int64_t first, int64_t sentences, float *weights) {
    const Segment *segment = search->segment;
    const Weights *given = search->weights;
    int64_t known = entry / STRIDE * STRIDE, start = segment->entry_offset[entry / STRIDE];
    for (int64_t other = known; other < entry; other++) start += at(segment->entry_count, segment->count_width, other);
    uint32_t count = at(segment->entry_count, segment->count_width, entry);
    int64_t end = start + count;
    float everywhere = segment->entry_best[entry] & IN_HEADING ? given->title : 0;
    if (end > segment->postings) return 0;
    if (count && at(segment->posting_place, segment->place_width, start) == 0) everywhere = larger(everywhere, given->lead);
    for (int64_t place = 0; place < sentences; place++) weights[place] = everywhere;
    for (int64_t posting = start; posting < end;) {
        int64_t place = at(segment->posting_place, segment->place_width, posting), next = posting + 1;
        while (next < end && at(segment->posting_place, segment->place_width, next) == place) next++;
        if (place >= sentences) return 0;
        float times = (float)(next - posting);
        float own = times * given->saturated / (times + given->norms[segment->sentence_length[first + place]]);
        weights[place] = larger(weights[place], own);
        for (int64_t i = 0; i < given->neighbours; i++) {
            int64_t near = place - given->distances[i];
            if (near < 0 || near >= sentences) continue;
            int leans = segment->sentence_leans[first + near];
            weights[near] = larger(weights[near], leans ? given->leaning_credits[i] : given->credits[i]);
        }
        posting = next;
    }
    return given->wholes[count < TABLE ? count : TABLE - 1];
}

/* The same for a form: the least of what its terms weigh. Whether they all stand in the article. */
static int weigh_form(const Search *search, int64_t form, int64_t article, int64_t first, int64_t sentences, float *whole) {
    const Query *query = search->query;
    for (int64_t term = query->form_bounds[form]; term < query->form_bounds[form + 1]; term++) {
        int64_t entry = entry_of(search->segment, search->terms[term], article);
        if (entry < 0) return 0;
        if (term == query->form_bounds[form]) {
            *whole = weigh(search, entry, first, sentences, search->least);
            continue;
        }
        float other = weigh(search, entry, first, sentences, search->term);
        *whole = *whole < other ? *whole : other;
        for (int64_t i = 0; i < sentences; i++)
            search->least[i] = search->least[i] < search->term[i] ? search->least[i] : search->term[i];
    }
    return 1;
}

static int is_better(const Hit *one, const Hit *other) {
    if (one->score != other->score) return one->score > other->score;
    if (one->key != other->key) return one->key < other->key;
    if (one->position != other->position) return one->position < other->position;
    if (one->segment != other->segment) return one->segment < other->segment;
    return one->sentence < other->sentence;
}

/* The hits are a heap with the worst on top. */
static void sink(Hit *hits, int64_t count, int64_t place) {
    for (;;) {
        int64_t child = 2 * place + 1;
        if (child >= count) return;
        if (child + 1 < count && is_better(&hits[child], &hits[child + 1])) child++;
        if (!is_better(&hits[place], &hits[child])) return;
        Hit held = hits[place];
        hits[place] = hits[child];
        hits[child] = held;
        place = child;
    }
}

static void offer(Search *search, Hit hit) {
    if (search->found < search->query->limit) {
        search->hits[search->found++] = hit;
        if (search->found == search->query->limit)
            for (int64_t place = search->found / 2; place-- > 0;) sink(search->hits, search->found, place);
    } else if (is_better(&hit, &search->hits[0])) {
        search->hits[0] = hit;
        sink(search->hits, search->found, 0);
    }
}

/* A score below it is not among the best. Scores are compared as rounded, and bounds are summed in another order. */
static float wanted(const Search *search) {
    return search->found < search->query->limit ? 0 : (float)(search->hits[0].score * 0.99999 - 2e-5);
}

static void read_article(Search *search, int64_t article) {
    const Segment *segment = search->segment;
    const Query *query = search->query;
    int64_t first = segment->article_sentence[article], sentences = segment->article_sentence[article + 1] - first;
    float whole = 0;
    memset(search->total, 0, (size_t)sentences * sizeof(float));
    for (int64_t group = 0; group < query->groups; group++) {
        float whole_best = 0, form_whole = 0;
        memset(search->best, 0, (size_t)sentences * sizeof(float));
        for (int64_t form = query->group_bounds[group]; form < query->group_bounds[group + 1]; form++) {
            if (!weigh_form(search, form, article, first, sentences, &form_whole)) continue;
            float worth = query->worths[form];
            whole_best = larger(whole_best, form_whole * worth);
            for (int64_t i = 0; i < sentences; i++) search->best[i] = larger(search->best[i], search->least[i] * worth);
        }
        whole += whole_best;
        for (int64_t i = 0; i < sentences; i++) search->total[i] += search->best[i];
    }
    whole *= search->weights->share;
    for (int64_t i = 0; i < sentences; i++) {
        if (search->total[i] <= 0) continue;
        float score = search->total[i] + whole;
        if (score * search->most < wanted(search)) continue;
        uint32_t position = at(segment->sentence_position, segment->position_width, first + i);
        score *= search->weights->priors[position < TABLE ? position : TABLE - 1];
        for (int64_t thing = 0; thing < query->things; thing++)
            if (segment->sentence_holds[first + i] & query->asked[thing]) score *= query->factors[thing];
        Hit hit = {rint((double)score * 1e5) / 1e5, segment->article_key[article], position, search->number, first + i};
        offer(search, hit);
    }
}

/* ---- one segment ---- */

static int by_bound(const void *one, const void *other) {
    float ours = ((const Bound *)one)->bound, theirs = ((const Bound *)other)->bound;
    return (ours < theirs) - (ours > theirs);
}

/* The articles of the highest bounds, `FIRST_LOOK` at the most, in no order. */
static int64_t highest(const Search *search, Bound *found) {
    int64_t count = 0;
    for (int64_t article = 0; article < search->segment->articles; article++) {
        float bound = search->bounds[article];
        if (bound <= 0 || (count == FIRST_LOOK && bound <= found[count - 1].bound)) continue;
        int64_t place = count < FIRST_LOOK ? count++ : count - 1;
        for (; place > 0 && found[place - 1].bound < bound; place--) found[place] = found[place - 1];
        found[place].bound = bound;
        found[place].article = article;
    }
    return count;
}

static int read_best(Search *search) {
    Bound first[FIRST_LOOK];
    int64_t articles = search->segment->articles, count = 0;
    if (search->allowed)
        for (int64_t article = 0; article < articles; article++)
            if (!search->allowed[article]) search->bounds[article] = 0;
    int64_t looked_at = highest(search, first);
    for (int64_t i = 0; i < looked_at; i++) {
        if (first[i].bound * search->most < wanted(search)) return 1; /* as are all others */
        read_article(search, first[i].article);
        search->bounds[first[i].article] = 0;
    }
    float least = wanted(search) / search->most;
    for (int64_t article = 0; article < articles; article++)
        count += search->bounds[article] > 0 && search->bounds[article] >= least;
    Bound *rest = malloc((size_t)(count + 1) * sizeof(Bound));
    if (!rest) return 0;
    count = 0;
    for (int64_t article = 0; article < articles; article++)
        if (search->bounds[article] > 0 && search->bounds[article] >= least)
            rest[count++] = (Bound){search->bounds[article], article};
    qsort(rest, (size_t)count, sizeof(Bound), by_bound);
    for (int64_t i = 0; i < count && rest[i].bound * search->most >= wanted(search); i++) read_article(search, rest[i].article);
    free(rest);
    return 1;
}

static int64_t longest_article(const Segment *segment) {
    int64_t longest = 0;
    for (int64_t article = 0; article < segment->articles; article++) {
        int64_t end = segment->article_sentence[article + 1], length = end - segment->article_sentence[article];
        if (length < 0 || end > segment->sentences) return -1;
        if (length > longest) longest = length;
    }
    return longest;
}

static int look_up(Search *search) {
    const Segment *segment = search->segment;
    const Query *query = search->query;
    int any = 0;
    for (int64_t term = 0; term < query->form_bounds[query->group_bounds[query->groups]]; term++) {
        const uint8_t *wanted_term = query->term_bytes + query->term_bounds[term];
        int64_t length = query->term_bounds[term + 1] - query->term_bounds[term];
        int64_t number = find(segment->term_bytes, segment->term_bounds, segment->terms, wanted_term, length);
        Term found = {0, 0};
        if (number >= 0) found = (Term){segment->entry_bounds[number], segment->entry_bounds[number + 1]};
        if (found.end > segment->entries || found.first > found.end) found = (Term){0, 0};
        any |= found.first < found.end;
        search->terms[term] = found;
    }
    return any;
}

static int search_segment(Search *search) {
    if (!look_up(search)) return 1;
    int64_t articles = search->segment->articles, longest = longest_article(search->segment);
    if (longest < 0) return 1;
    float *memory = calloc((size_t)(3 * articles + 4 * longest + 1), sizeof(float));
    if (!memory) return 0;
    search->bounds = memory;
    search->sentence_most = memory + articles;
    search->whole_most = memory + 2 * articles;
    search->total = memory + 3 * articles;
    search->best = search->total + longest;
    search->term = search->best + longest;
    search->least = search->term + longest;
    add_bounds(search);
    int done = read_best(search);
    free(memory);
    return done;
}

/* ---- what Python calls ---- */

/* Whether the structures are as large as Python takes them to be. */
API int64_t layout(int64_t segment, int64_t weights, int64_t query) {
    return segment == sizeof(Segment) && weights == sizeof(Weights) && query == sizeof(Query);
}

/* The best hits of all segments, best first: how many, or -1 where there is no memory. `allowed` has for each segment
 * which articles may be found, or null for all; `hits` room for `query->limit`. */
API int64_t search(const Segment *const *segments, const uint8_t *const *allowed, int64_t count, const Weights *weights,
                   const Query *query, Hit *hits) {
    Search search = {.weights = weights, .query = query, .hits = hits, .most = 1 + weights->opening};
    for (int64_t thing = 0; thing < query->things; thing++) search.most *= larger(query->factors[thing], 1);
    search.most *= 1.0001f;
    search.terms = malloc((size_t)(query->form_bounds[query->group_bounds[query->groups]] + 1) * sizeof(Term));
    if (!search.terms) return -1;
    int done = 1;
    for (search.number = 0; search.number < count && done; search.number++) {
        search.segment = segments[search.number];
        search.allowed = allowed[search.number];
        done = search_segment(&search);
    }
    free(search.terms);
    return done ? search.found : -1;
}

/* How many sentences of all segments hold a term. */
API int64_t holding(const Segment *const *segments, int64_t count, const uint8_t *term, int64_t length) {
    int64_t total = 0;
    for (int64_t i = 0; i < count; i++) {
        int64_t number = find(segments[i]->term_bytes, segments[i]->term_bounds, segments[i]->terms, term, length);
        if (number >= 0) total += segments[i]->term_sentences[number];
    }
    return total;
}
