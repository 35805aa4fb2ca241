"""Makes the dictionary from the list of English words in the package `pyspellchecker`:

python -m knowledge.language.dictionary.make
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from spellchecker import SpellChecker

from knowledge.language.dictionary import DATA, LEAST_USES
from knowledge.mapped.arrays import Arrays, write_arrays
from knowledge.mapped.strings import pack


def arrays(uses: Mapping[str, int]) -> Arrays:
    """`words`, `word_bounds`: the words that are used often enough, sorted; `uses` (words,): how often each is."""
    words = sorted(word for word, count in uses.items() if count >= LEAST_USES)
    packed, bounds = pack(word.encode() for word in words)
    return {"words": packed, "word_bounds": bounds, "uses": np.array([uses[word] for word in words], np.uint32)}


def main() -> None:
    """Write the dictionary."""
    write_arrays(DATA, arrays(SpellChecker(language="en").word_frequency.dictionary))


if __name__ == "__main__":
    main()
