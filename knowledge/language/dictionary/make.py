"""Makes the dictionary from the list of English words in the package `pyspellchecker`:

python -m knowledge.language.dictionary.make
"""

from __future__ import annotations

import numpy as np
from spellchecker import SpellChecker

from knowledge.language.dictionary import DATA, LEAST_USES
from knowledge.mapped.arrays import write_arrays
from knowledge.mapped.strings import pack


def main() -> None:
    """Write the words that are used often enough, and how often."""
    counts = SpellChecker(language="en").word_frequency.dictionary
    used = sorted(word for word, count in counts.items() if count >= LEAST_USES)
    words, bounds = pack(word.encode() for word in used)
    uses = np.array([counts[word] for word in used], np.uint32)
    write_arrays(DATA, {"words": words, "word_bounds": bounds, "uses": uses})


if __name__ == "__main__":
    main()
