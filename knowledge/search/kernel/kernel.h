/* What the parts of the kernel share. `__init__.py` has the first three structures too, for ctypes. */
#ifndef KERNEL_H
#define KERNEL_H

#include <stdint.h>

#define STRIDE 64    /* entries from one to the next of which it is kept where its postings begin */
#define PARTS 7      /* of an article */
#define IN_HEADING 128
#define TABLE 65536  /* lengths, counts and positions that are told apart */
#define STEPS 128    /* of `entry_best` */
#define COUNTS 32    /* that bounds tell apart */

#ifdef _WIN32
#define API __declspec(dllexport)
#else
#define API __attribute__((visibility("default")))
#endif

typedef struct {
    int64_t sentences, articles, terms, entries, postings, term_bytes_size;
    const uint8_t *term_bytes;
    const int64_t *term_bounds;
    const uint32_t *term_sentences, *entry_bounds;
    const void *entry_article, *entry_count;
    const uint8_t *entry_best, *entry_parts;
    const uint32_t *entry_offset;
    const void *posting_place;
    const uint32_t *article_sentence;
    const uint64_t *article_key;
    const uint16_t *article_holds;
    const uint16_t *sentence_length;
    const uint8_t *sentence_leans;
    const void *sentence_position;
    const uint16_t *sentence_holds;
    int64_t article_width, count_width, place_width, position_width, longest;
} Segment;

typedef struct {
    const float *steps, *norms, *wholes, *priors;
    const int64_t *distances;
    const float *credits, *leaning_credits;
    int64_t neighbours;
    float saturated, lead, title, share, opening, highest;
} Weights;

typedef struct {
    const int32_t *numbers; /* of each term in each segment, -1 where it isn't there */
    const int64_t *form_bounds, *group_bounds;
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

/* The entries of a term in a segment. */
typedef struct {
    int64_t first, end;
} Term;

/* What the sentences of each part of an article can be worth at the most, and last the article as a whole; in units. */
typedef int16_t Lanes __attribute__((vector_size(2 * (PARTS + 1))));

/* What a term of a form brings at the most, in units: by `entry_best`, by `entry_count`, and in a part in which it doesn't
 * stand: if it is neither in the article's first part nor in the heading, in the one, the other, both. */
typedef struct {
    int16_t near[STEPS], whole[COUNTS], far[4];
} Worth;

/* A segment in a search. */
typedef struct {
    const Segment *segment;
    Term *terms;     /* the query's */
    Lanes *bounds;   /* for each article */
    uint64_t *forms; /* for each article: a bit for each form that stands there; the 64th after it has the same */
    uint8_t *done;   /* for each article: whether it was read, or may not be */
} Area;

/* An article that may have one of the best sentences; its bound is in units, and before factors. */
typedef struct {
    int32_t bound, area, article;
} Candidate;

typedef struct {
    const Weights *weights;
    const Query *query;
    Area *areas;
    int64_t count;
    float unit;        /* of a bound */
    Worth *worths;     /* for each form */
    float most;        /* by which the sum of a sentence is multiplied at the most */
    int64_t *order;    /* the groups, those that bring most first */
    float *rest;       /* what the groups from each place of the order on bring at the most */
    Lanes *group_most; /* for each article of the largest segment */
    float *total, *best, *term, *least; /* for each sentence of the longest article */
    Candidate *candidates;
    int64_t candidate_count;
    Hit *hits;         /* a heap with the worst on top, once it is full */
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

static inline Lanes larger_lanes(Lanes one, Lanes other) {
    Lanes is_larger = one > other;
    return (is_larger & one) | (~is_larger & other);
}

#ifdef __clang__
#define REORDERED(lanes, ...) __builtin_shufflevector(lanes, lanes, __VA_ARGS__)
#else
#define REORDERED(lanes, ...) __builtin_shuffle(lanes, (Lanes){__VA_ARGS__})
#endif

/* What a sentence of any part can be worth at the most, in units. */
static inline int32_t largest_lane(Lanes lanes) {
    int32_t whole = lanes[PARTS];
    lanes[PARTS] = 0;
    lanes = larger_lanes(lanes, REORDERED(lanes, 4, 5, 6, 7, 0, 1, 2, 3));
    lanes = larger_lanes(lanes, REORDERED(lanes, 2, 3, 0, 1, 6, 7, 4, 5));
    lanes = larger_lanes(lanes, REORDERED(lanes, 1, 0, 3, 2, 5, 4, 7, 6));
    return lanes[0] + whole;
}

static inline uint64_t bit_of(int64_t form) { return (uint64_t)1 << (form % 64); }

static inline int64_t form_count(const Query *query) { return query->group_bounds[query->groups]; }

/* A score below it is not among the best. Scores are compared as rounded, and bounds are summed in another order. */
static inline float wanted(const Search *search) {
    return search->found < search->query->limit ? 0 : (float)(search->hits[0].score * 0.9999 - 2e-5);
}

/* What a term brings each part of an article, and the whole of it, at the most. */
static inline Lanes lanes_of(const Segment *segment, int64_t count_width, const Worth *worth, int64_t entry) {
    const Lanes bits = {1, 2, 4, 8, 16, 32, 64, 0}, last = {0, 0, 0, 0, 0, 0, 0, -1};
    uint32_t count = at(segment->entry_count, count_width, entry), held = segment->entry_parts[entry];
    int16_t near = worth->near[segment->entry_best[entry] & (STEPS - 1)];
    int16_t far = worth->far[(held & 1) | (held >> 6 & 2)], whole = worth->whole[count < COUNTS ? count : COUNTS - 1];
    Lanes is_near = ((int16_t)held & bits) != 0;
    return (is_near & near) | (~is_near & ~last & far) | (last & whole);
}

/* entries.c */
int64_t entry_of(const Segment *segment, Term term, int64_t article);
int stands_in(const Search *search, const Area *area, int64_t form, int64_t article);

/* bounds.c */
void weigh_forms(Search *search);
void add_to_all(Search *search, const Area *area, int64_t group);
void add_to_one(const Search *search, const Area *area, int64_t group, int64_t article);
float bound_of(const Search *search, const Area *area, int64_t article);

/* articles.c */
void read_article(Search *search, int64_t number, int64_t article, int all_added);

/* hits.c */
void offer(Search *search, Hit hit);

#endif
