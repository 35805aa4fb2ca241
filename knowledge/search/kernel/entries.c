/* Where terms stand. */
#include "kernel.h"

#include <string.h>

/* The entry of an article among those of a term, or -1. Terms stand in articles here and there, so a guess is near. */
int64_t entry_of(const Segment *segment, Term term, int64_t article) {
    int64_t low = term.first, high = term.end, width = segment->article_width, reach = 4;
    if (low >= high) return -1;
    int64_t guess = low + (high - low) * article / segment->articles;
    if (at(segment->entry_article, width, guess) <= article) {
        low = guess;
        for (; low + reach < high && at(segment->entry_article, width, low + reach) <= article; reach *= 2) low += reach;
        high = low + reach < high ? low + reach : high;
    } else {
        high = guess;
        for (; high - reach > low && at(segment->entry_article, width, high - reach) > article; reach *= 2) high -= reach;
        low = high - reach > low ? high - reach : low;
    }
    while (high - low > 1) {
        int64_t middle = (low + high) / 2;
        if (at(segment->entry_article, width, middle) <= article) low = middle;
        else high = middle;
    }
    return at(segment->entry_article, width, low) == article ? low : -1;
}

/* Whether all terms of a form stand in an article, the first of which does. */
int stands_in(const Search *search, const Area *area, int64_t form, int64_t article) {
    for (int64_t term = search->query->form_bounds[form] + 1; term < search->query->form_bounds[form + 1]; term++)
        if (entry_of(area->segment, area->terms[term], article) < 0) return 0;
    return 1;
}

/* The number of a term in a segment, or -1. */
static int64_t number_of(const Segment *segment, const uint8_t *term, int64_t length) {
    int64_t low = 0, high = segment->terms;
    while (low < high) {
        int64_t middle = (low + high) / 2, start = segment->term_bounds[middle];
        int64_t end = segment->term_bounds[middle + 1];
        if (start < 0 || end < start || end > segment->term_bytes_size) return -1;
        int64_t size = end - start;
        int order = memcmp(segment->term_bytes + start, term, (size_t)(size < length ? size : length));
        if (!order && size == length) return middle;
        if (order < 0 || (!order && size < length)) low = middle + 1;
        else high = middle;
    }
    return -1;
}

/* Finds the number of a term in each segment, -1 where it isn't there; returns how many sentences hold it. */
API int64_t look_up(const Segment *const *segments, int64_t count, const uint8_t *term, int64_t length, int32_t *numbers) {
    int64_t holding = 0;
    for (int64_t i = 0; i < count; i++) {
        numbers[i] = (int32_t)number_of(segments[i], term, length);
        if (numbers[i] >= 0) holding += segments[i]->term_sentences[numbers[i]];
    }
    return holding;
}
