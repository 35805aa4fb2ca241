/* The best sentences so far: a heap with the worst on top. */
#include "kernel.h"

static int is_better(const Hit *one, const Hit *other) {
    if (one->score != other->score) return one->score > other->score;
    if (one->key != other->key) return one->key < other->key;
    if (one->position != other->position) return one->position < other->position;
    if (one->segment != other->segment) return one->segment < other->segment;
    return one->sentence < other->sentence;
}

static void sink(Hit *hits, int64_t count, int64_t place) {
    for (int64_t child; (child = 2 * place + 1) < count; place = child) {
        if (child + 1 < count && is_better(&hits[child], &hits[child + 1])) child++;
        if (!is_better(&hits[place], &hits[child])) return;
        Hit held = hits[place];
        hits[place] = hits[child];
        hits[child] = held;
    }
}

void offer(Search *search, Hit hit) {
    int64_t limit = search->query->limit;
    if (search->found < limit) {
        search->hits[search->found++] = hit;
        for (int64_t place = limit / 2; search->found == limit && place-- > 0;) sink(search->hits, limit, place);
    } else if (is_better(&hit, &search->hits[0])) {
        search->hits[0] = hit;
        sink(search->hits, limit, 0);
    }
}
